//! Third parties: which there are, and which of their accounts are bound to a user.

use authing_core::social::{BindOauth, ListOauthProviders, ListUserOauthProviders, UnbindOauth};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::ErrorResponse;
use crate::service::{pools, social};

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<ListOauthProviders>(list),
    answers::<BindOauth>(bind),
    answers::<ListUserOauthProviders>(of_user),
    answers::<UnbindOauth>(unbind),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pool {
    client_id: String,
}

fn list(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let Pool { client_id } = call.read()?;
    pools::check(call.world, &client_id)?;
    Ok(social::providers(call.world).iter().map(|provider| provider.to_json(call.pool())).collect())
}

#[derive(Deserialize)]
struct OfUser {
    user: Option<String>,
    client: Option<String>,
}

/// Every third party, and whether the user has bound an account of it; then those that are bound and no longer listed.
fn of_user(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: OfUser = call.read()?;
    pools::check(call.world, asked.client.as_deref().unwrap_or(call.pool()))?;
    social::of_user(call.world, &call.caller.target_user(asked.user)?)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bind {
    user: Option<String>,
    client: Option<String>,
    r#type: String,
    unionid: String,
    user_info: String,
}

fn bind(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let bind: Bind = call.read()?;
    pools::check(call.world, bind.client.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(bind.user)?;
    Ok(json!(social::bind(call.world, id, bind.r#type, bind.unionid, bind.user_info)?))
}

#[derive(Deserialize)]
struct Unbind {
    user: Option<String>,
    client: Option<String>,
    r#type: String,
}

fn unbind(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let unbind: Unbind = call.read()?;
    pools::check(call.world, unbind.client.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(unbind.user)?;
    Ok(json!(social::unbind(call.world, &id, &unbind.r#type)?))
}
