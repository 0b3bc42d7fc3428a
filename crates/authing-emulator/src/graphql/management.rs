//! The pool's users, for its owner: list, search, read and remove them, and renew their tokens.

use authing_core::management::{
    GetUsersByIds, ListUsers, RefreshThirdPartyToken, RefreshUserToken, RemoveUsers, SearchUsers,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::crypto::random;
use crate::errors::{ErrorResponse, NO_SUCH_USER, TOO_MANY_IDS};
use crate::service::{lists, pools, sessions, users};
use crate::state::users::{Key, User};

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<RefreshThirdPartyToken>(refresh_third_party_token),
    answers::<RefreshUserToken>(refresh_token),
    answers::<RemoveUsers>(remove),
    answers::<SearchUsers>(search),
    answers::<GetUsersByIds>(by_ids),
    answers::<ListUsers>(list),
];

/// How many users may be read at once.
const IDS_AT_ONCE: usize = 80;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct List {
    register_in_client: Option<String>,
    #[serde(flatten)]
    page: lists::PageArguments,
}

/// Oldest first. Pages count from 1.
fn list(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: List = call.read()?;
    pools::check(call.world, asked.register_in_client.as_deref().unwrap_or(call.pool()))?;
    call.caller.must_be_owner()?;
    let state = call.world.state();
    Ok(asked.page.of(state.users.iter(), 1, |user| user.to_json(call.pool())))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Search {
    r#type: String,
    value: String,
    register_in_client: String,
    #[serde(flatten)]
    page: lists::PageArguments,
}

/// Users that have the text in the field, in capitals or not. Here pages count from 0.
fn search(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Search = call.read()?;
    pools::check(call.world, &asked.register_in_client)?;
    call.caller.must_be_owner()?;
    let found = users::search(call.world, &asked.r#type, &asked.value)?;
    Ok(asked.page.of(found.into_iter(), 0, |user| user))
}

#[derive(Deserialize)]
struct Ids {
    ids: String,
}

/// Ids joined by commas; who is not there is left out.
fn by_ids(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Ids { ids } = call.read()?;
    call.caller.must_be_owner()?;
    let ids: Vec<&str> = ids.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
    if ids.len() > IDS_AT_ONCE {
        return Err(TOO_MANY_IDS);
    }
    let state = call.world.state();
    let users = ids.iter().filter_map(|id| state.users.find(Key::Id(id)));
    Ok(lists::whole(users.map(|user| user.to_json(call.pool()))))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Remove {
    ids: Option<Vec<Option<String>>>,
    register_in_client: Option<String>,
}

/// All of them, or none if one is not there.
fn remove(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Remove = call.read()?;
    pools::check(call.world, asked.register_in_client.as_deref().unwrap_or(call.pool()))?;
    call.caller.must_be_owner()?;
    let ids: Vec<String> = asked.ids.unwrap_or_default().into_iter().flatten().collect();
    users::remove(call.world, &ids)?;
    Ok(ids.iter().map(|id| json!({ "_id": id })).collect())
}

#[derive(Deserialize)]
struct Renew {
    client: String,
    user: String,
}

/// A new token; those before it go on working.
fn refresh_token(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Renew = call.read()?;
    pools::check(call.world, &asked.client)?;
    call.caller.must_be_owner()?;
    let (token, claims) = sessions::renew(call.world, &asked.user)?;
    Ok(json!({ "token": token, "iat": claims.iat, "exp": claims.exp }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RenewThirdParty {
    user_pool_id: String,
    user_id: String,
}

/// New tokens of the third party whose refresh token came with a bound account, in its `userInfo`.
fn refresh_third_party_token(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: RenewThirdParty = call.read()?;
    pools::check(call.world, &asked.user_pool_id)?;
    call.caller.must_be_owner()?;
    let state = call.world.state();
    let user = state.users.find(Key::Id(&asked.user_id)).ok_or(NO_SUCH_USER)?;
    Ok(match third_party(user) {
        Some(provider) => json!({
            "refreshSuccess": true,
            "message": "刷新成功",
            "provider": provider,
            "refreshToken": random::hex::<20>(),
            "accessToken": random::hex::<20>(),
            "updatedAt": call.world.now().iso(),
        }),
        None => json!({ "refreshSuccess": false, "message": "该用户没有可刷新的第三方 token" }),
    })
}

fn third_party(user: &User) -> Option<&str> {
    let has_refresh_token = |info: &str| {
        let info = serde_json::from_str::<Value>(info).unwrap_or_default();
        ["refreshToken", "refresh_token"].iter().any(|name| info[*name].is_string())
    };
    let bound = user.bindings.iter().find(|binding| has_refresh_token(&binding.user_info))?;
    Some(&bound.provider)
}
