//! `signIn`: a login that gives tokens of OpenID Connect besides the user's own, and their refresh.

use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::Call;
use crate::answers::{NO_SUCH_USER, Refusal};
use crate::oidc::{OFFLINE, PlainLogin, USUAL_SCOPE, claims_of};
use crate::state::users::Key;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SignIn {
    oidc_app_id: Option<String>,
    user_pool_id: Option<String>,
    #[serde(flatten)]
    login: PlainLogin,
}

/// For the application named, else the default one. The password comes unencrypted.
pub(super) fn sign_in(call: &Call<'_>) -> Result<Value, Refusal> {
    let request: SignIn = call.read()?;
    call.world.check_pool(request.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    let app = call.world.oidc_app(request.oidc_app_id.as_deref())?;
    let user = call.world.log_in_plainly(&request.login, &call.caller.ip.to_string())?;
    let id = user["_id"].as_str().unwrap_or_default();
    let tokens = call.world.oidc_tokens(app, id, &format!("{USUAL_SCOPE} {OFFLINE}"))?;
    let mut answer = json!(tokens);
    for (theirs, ours) in BESIDES {
        answer[theirs] = user[ours].clone();
    }
    let state = call.world.state();
    let user = state.users.find(Key::Id(id)).ok_or(NO_SUCH_USER)?;
    if let Some(fields) = answer.as_object_mut() {
        fields.extend(claims_of(user, USUAL_SCOPE));
    }
    Ok(answer)
}

/// What the answer holds besides claims and tokens.
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

pub(super) fn refresh(call: &Call<'_>) -> Result<Value, Refusal> {
    let request: Refresh = call.read()?;
    call.world.check_pool(request.user_pool_id.as_deref().unwrap_or(call.pool()))?;
    let app = call.world.oidc_app(request.oidc_app_id.as_deref())?;
    Ok(json!(call.world.refresh_oidc_tokens(app, &request.refresh_token)?))
}
