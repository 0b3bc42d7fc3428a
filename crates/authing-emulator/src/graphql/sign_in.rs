//! `signIn`: a login that gives tokens of OpenID Connect besides the user's own, and their refresh.

use authing_core::login;
use authing_core::login::RefreshSignInToken;
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::{ErrorResponse, NO_SUCH_USER};
use crate::service::claims::claims_of;
use crate::service::oidc;
use crate::service::oidc::{DEFAULT_SCOPE, OFFLINE_ACCESS, PasswordGrantRequest};
use crate::service::pools;
use crate::state::users::Key;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[answers::<RefreshSignInToken>(refresh), answers::<login::SignIn>(sign_in)];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SignIn {
    oidc_app_id: Option<String>,
    user_pool_id: Option<String>,
    #[serde(flatten)]
    login: PasswordGrantRequest,
}

/// For the application named, else the default one. The password comes unencrypted.
fn sign_in(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let request: SignIn = call.read()?;
    pools::check(call.world, request.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    let app = oidc::app(call.world, request.oidc_app_id.as_deref())?;
    let user = oidc::password_grant(call.world, &request.login, &call.caller.ip.to_string())?;
    let id = user["_id"].as_str().unwrap_or_default();
    let tokens = oidc::issue_tokens(call.world, app, id, &format!("{DEFAULT_SCOPE} {OFFLINE_ACCESS}"))?;
    let mut answer = json!(tokens);
    for (theirs, ours) in BESIDES {
        answer[theirs] = user[ours].clone();
    }
    let state = call.world.state();
    let user = state.users.find(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    if let Some(fields) = answer.as_object_mut() {
        fields.extend(claims_of(user, DEFAULT_SCOPE));
    }
    Ok(answer)
}

/// The fields of the response besides claims and tokens.
const BESIDES: [(&str, &str); 12] = [
    ("_id", "_id"),
    ("token", "token"),
    ("company", "company"),
    ("browser", "browser"),
    ("device", "device"),
    ("logins_count", "loginsCount"),
    ("register_method", "registerMethod"),
    ("blocked", "blocked"),
    ("last_ip", "lastIP"),
    ("register_in_userpool", "registerInClient"),
    ("last_login", "lastLogin"),
    ("signed_up", "signedUp"),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Refresh {
    oidc_app_id: Option<String>,
    user_pool_id: Option<String>,
    refresh_token: String,
}

fn refresh(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let request: Refresh = call.read()?;
    pools::check(call.world, request.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    let app = oidc::app(call.world, request.oidc_app_id.as_deref())?;
    Ok(json!(oidc::refresh_tokens(call.world, app, &request.refresh_token)?))
}
