//! OpenID Connect: applications, and the grants that give their tokens.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::config::OidcApp;
use crate::errors::{
    ErrorResponse, NO_IDENTITY, NO_PASSWORD_SET, NO_SUCH_APP, NO_SUCH_USER, TOKEN_EXPIRED, TOKEN_INVALID, USER_BLOCKED,
    WRONG_PASSWORD,
};
use crate::service::access_tokens;
use crate::service::claims::{has, id_claims};
use crate::service::sessions;
use crate::state::refresh_tokens::Grant;
use crate::state::users::Key;
use crate::world::World;

/// The scope that is asked for when none is named.
pub(crate) const DEFAULT_SCOPE: &str = "openid profile email phone";
/// With it comes a refresh token.
pub(crate) const OFFLINE_ACCESS: &str = "offline_access";

/// The password grant: a login with an unencrypted password (RFC 6749, section 4.3).
#[derive(Debug, Default, Deserialize)]
pub(crate) struct PasswordGrantRequest {
    email: Option<String>,
    phone: Option<String>,
    username: Option<String>,
    unionid: Option<String>,
    password: Option<String>,
}

impl PasswordGrantRequest {
    /// Exactly one name.
    fn key(&self) -> Result<Key<'_>, ErrorResponse> {
        let names = [
            self.email.as_deref().map(Key::Email),
            self.phone.as_deref().map(Key::Phone),
            self.username.as_deref().map(Key::Username),
            self.unionid.as_deref().map(Key::UnionId),
        ];
        let mut names = names.into_iter().flatten();
        match (names.next(), names.next()) {
            (Some(key), None) => Ok(key),
            _ => Err(NO_IDENTITY.with_message("请提供 username、email、phone、unionid 其中之一，且只能提供一个")),
        }
    }
}

/// The response of a token endpoint (RFC 6749, section 5.1).
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TokenResponse {
    pub(crate) access_token: String,
    pub(crate) expires_in: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refresh_token: Option<String>,
    pub(crate) scope: String,
    pub(crate) token_type: &'static str,
}

/// The application so named, or the default one.
pub(crate) fn app<'a>(world: &'a World, id: Option<&str>) -> Result<&'a OidcApp, ErrorResponse> {
    let apps = &world.config.oidc_apps;
    let app = id.map_or_else(|| apps.first(), |id| apps.iter().find(|app| app.id == id));
    app.ok_or(NO_SUCH_APP)
}

/// Logs a user in by password, or by an id that only a social login knows. Returns the user, with a token.
pub(crate) fn password_grant(world: &World, login: &PasswordGrantRequest, ip: &str) -> Result<Value, ErrorResponse> {
    let key = login.key()?;
    let user = world.state().users.find(key).cloned().ok_or(NO_SUCH_USER)?;
    if !matches!(key, Key::UnionId(_)) {
        let hash = user.password.as_ref().ok_or(NO_PASSWORD_SET)?;
        if !hash.matches(login.password.as_deref().unwrap_or_default()) {
            return Err(WRONG_PASSWORD);
        }
    }
    sessions::issue_token(world, &user.id, ip)
}

/// New tokens of an application for a user.
pub(crate) fn issue_tokens(
    world: &World,
    app: &OidcApp,
    user_id: &str,
    scope: &str,
) -> Result<TokenResponse, ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let user = state.users.find(Key::Id(user_id)).ok_or(NO_SUCH_USER)?;
    if user.blocked {
        return Err(USER_BLOCKED);
    }
    let access = access_tokens::new_claims(world, app, user, scope);
    let id_token = has(scope, "openid").then(|| access_tokens::sign(&id_claims(&access, user), app)).transpose()?;
    let grant = Grant { app_id: app.id.clone(), user_id: user_id.into(), scope: scope.into(), iat: access.iat };
    Ok(TokenResponse {
        access_token: access_tokens::sign(&access, app)?,
        expires_in: access_tokens::LIFETIME.as_secs(),
        id_token,
        refresh_token: has(scope, OFFLINE_ACCESS).then(|| state.refresh_tokens.issue(grant, now)),
        scope: scope.into(),
        token_type: "Bearer",
    })
}

/// The next tokens for a refresh token, which is then used up.
pub(crate) fn refresh_tokens(
    world: &World,
    app: &OidcApp,
    refresh_token: &str,
) -> Result<TokenResponse, ErrorResponse> {
    let grant = {
        let mut state = world.state();
        let grant = state.refresh_tokens.redeem(refresh_token, &app.id, world.now()).ok_or(TOKEN_INVALID)?;
        let user = state.users.find(Key::Id(&grant.user_id)).ok_or(TOKEN_INVALID)?;
        if grant.iat <= user.revoked_through {
            return Err(TOKEN_EXPIRED);
        }
        grant
    };
    issue_tokens(world, app, &grant.user_id, &grant.scope)
}
