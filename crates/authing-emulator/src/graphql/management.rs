//! The pool's users, for its owner: list, search, read and remove them, and renew their tokens.

use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, PageArguments, whole_list};
use crate::crypto::random;
use crate::errors::{BAD_SEARCH, BAD_SEARCH_TYPE, ErrorResponse, NO_SUCH_USER, NOTHING_TO_REMOVE, TOO_MANY_IDS};
use crate::service::pools;
use crate::service::sessions;
use crate::state::users::{Key, User};

/// How many users may be read at once.
const IDS_AT_ONCE: usize = 80;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct List {
    register_in_client: Option<String>,
    #[serde(flatten)]
    page: PageArguments,
}

/// Oldest first. Pages count from 1.
pub(super) fn list(call: &Call<'_>) -> Result<Value, ErrorResponse> {
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
    page: PageArguments,
}

/// What can be searched.
const SEARCHABLE: [&str; 7] = ["email", "username", "nickname", "phone", "name", "company", "_id"];

/// Whoever has the text in the field, in capitals or not. Here pages count from 0.
pub(super) fn search(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Search = call.read()?;
    pools::check(call.world, &asked.register_in_client)?;
    call.caller.must_be_owner()?;
    let fields = match asked.r#type.as_str() {
        "all" => &SEARCHABLE[..],
        one => {
            SEARCHABLE.iter().position(|field| *field == one).map(|at| &SEARCHABLE[at..=at]).ok_or(BAD_SEARCH_TYPE)?
        }
    };
    if asked.value.is_empty() {
        return Err(BAD_SEARCH);
    }
    let wanted = asked.value.to_lowercase();
    let state = call.world.state();
    let users = state.users.iter().map(|user| user.to_json(call.pool()));
    let has = |user: &Value| {
        let texts = fields.iter().filter_map(|field| user[*field].as_str());
        texts.into_iter().any(|text| text.to_lowercase().contains(&wanted))
    };
    Ok(asked.page.of(users.filter(has), 0, |user| user))
}

#[derive(Deserialize)]
struct Ids {
    ids: String,
}

/// Ids joined by commas; who is not there is left out.
pub(super) fn by_ids(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Ids { ids } = call.read()?;
    call.caller.must_be_owner()?;
    let ids: Vec<&str> = ids.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
    if ids.len() > IDS_AT_ONCE {
        return Err(TOO_MANY_IDS);
    }
    let state = call.world.state();
    let users = ids.iter().filter_map(|id| state.users.find(Key::Id(id)));
    Ok(whole_list(users.map(|user| user.to_json(call.pool()))))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Remove {
    ids: Option<Vec<Option<String>>>,
    register_in_client: Option<String>,
}

/// All of them, or none if one is not there.
pub(super) fn remove(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Remove = call.read()?;
    pools::check(call.world, asked.register_in_client.as_deref().unwrap_or(call.pool()))?;
    call.caller.must_be_owner()?;
    let ids: Vec<String> = asked.ids.unwrap_or_default().into_iter().flatten().collect();
    let mut state = call.world.state();
    if ids.is_empty() || ids.iter().any(|id| state.users.find(Key::Id(id)).is_none()) {
        return Err(NOTHING_TO_REMOVE);
    }
    for id in &ids {
        state.users.remove(id);
        state.roles.forget_user(id);
        state.rbac.forget_user(id);
    }
    Ok(ids.iter().map(|id| json!({ "_id": id })).collect())
}

#[derive(Deserialize)]
struct Renew {
    client: String,
    user: String,
}

/// A new token; those before it go on working.
pub(super) fn refresh_token(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Renew = call.read()?;
    pools::check(call.world, &asked.client)?;
    call.caller.must_be_owner()?;
    let token = {
        let mut state = call.world.state();
        let mut user = state.users.find_mut(Key::Id(&asked.user)).ok_or(NO_SUCH_USER)?;
        sessions::login_response(call.world, &mut user)?["token"].take()
    };
    let claims = sessions::introspect(call.world, token.as_str().unwrap_or_default())?;
    Ok(json!({ "token": token, "iat": claims.iat, "exp": claims.exp }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RenewThirdParty {
    user_pool_id: String,
    user_id: String,
}

/// New tokens of the third party whose refresh token came with a bound account, in its `userInfo`.
pub(super) fn refresh_third_party_token(call: &Call<'_>) -> Result<Value, ErrorResponse> {
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
