//! The applications a user has authorized: list them, take an authorization back.

use authing_core::account::{ListAuthorizedApps, RevokeAuthedApp};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::{ErrorResponse, NO_SUCH_APP};
use crate::service::pools;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[answers::<ListAuthorizedApps>(list), answers::<RevokeAuthedApp>(revoke)];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct List {
    client_id: Option<String>,
    user_id: Option<String>,
    page: Option<usize>,
    count: Option<usize>,
}

/// Pages count from 1. The emulator's applications are OIDC applications.
fn list(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: List = call.read()?;
    pools::check(call.world, asked.client_id.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(asked.user_id)?;
    let count = asked.count.unwrap_or(10);
    let skipped = asked.page.unwrap_or(1).saturating_sub(1).saturating_mul(count);
    let state = call.world.state();
    let apps = state.apps.of_user(&id).map(|authorization| {
        json!({
            "_id": authorization.app_id,
            "client_id": authorization.app_id,
            "name": authorization.name,
            "clientId": call.pool(),
            "when": authorization.when,
            "isDeleted": false,
        })
    });
    let apps: Vec<Value> = apps.collect();
    let page: Vec<&Value> = apps.iter().skip(skipped).take(count).collect();
    Ok(json!({ "OAuthApps": [], "OIDCApps": page, "totalCount": apps.len() }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "they are the wire's")]
struct Revoke {
    user_pool_id: Option<String>,
    user_id: Option<String>,
    app_id: Option<String>,
}

fn revoke(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Revoke = call.read()?;
    pools::check(call.world, asked.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(asked.user_id)?;
    let app = asked.app_id.unwrap_or_default();
    let revoked = call.world.state().apps.revoke(&id, &app).ok_or(NO_SUCH_APP)?;
    Ok(json!({
        "_id": revoked.id,
        "appId": revoked.app_id,
        "userId": revoked.user_id,
        "scope": revoked.scope,
        "type": "OIDC",
        // Text, as the schema has it.
        "isRevoked": "true",
        "when": revoked.when,
    }))
}
