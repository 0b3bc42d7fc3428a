//! OpenID Connect: applications, their tokens, and what a user is called in it.

use std::time::Duration;

use authing_core::Operation as _;
use authing_core::oidc::GetUserInfo;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::answers::{
    NO_IDENTITY, NO_PASSWORD_SET, NO_SUCH_APP, NO_SUCH_USER, Refusal, TOKEN_EXPIRED, TOKEN_INVALID, USER_BLOCKED,
    WRONG_PASSWORD,
};
use crate::clock::Timestamp;
use crate::config::OidcApp;
use crate::crypto::{random, token};
use crate::state::oidc::Grant;
use crate::state::users::{Key, User};
use crate::world::World;

/// How long an access token and an id token live. The service's console has it as a setting; this is its default.
const LIFETIME: Duration = Duration::from_hours(1);

/// The scope that is asked for when none is named.
pub(crate) const USUAL_SCOPE: &str = "openid profile email phone";
/// With it comes a refresh token.
pub(crate) const OFFLINE: &str = "offline_access";

/// Somebody who logs in with a password as it is, as OpenID Connect has it.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct PlainLogin {
    email: Option<String>,
    phone: Option<String>,
    username: Option<String>,
    unionid: Option<String>,
    password: Option<String>,
}

impl PlainLogin {
    /// Exactly one name.
    fn key(&self) -> Result<Key<'_>, Refusal> {
        let names = [
            self.email.as_deref().map(Key::Email),
            self.phone.as_deref().map(Key::Phone),
            self.username.as_deref().map(Key::Username),
            self.unionid.as_deref().map(Key::UnionId),
        ];
        let mut names = names.into_iter().flatten();
        match (names.next(), names.next()) {
            (Some(key), None) => Ok(key),
            _ => Err(NO_IDENTITY.saying("请提供 username、email、phone、unionid 其中之一，且只能提供一个")),
        }
    }
}

/// What an access token says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AccessClaims {
    pub(crate) jti: String,
    pub(crate) sub: String,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
    pub(crate) scope: String,
    pub(crate) iss: String,
    pub(crate) aud: String,
}

/// The answer of a token endpoint (RFC 6749, section 5.1).
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Tokens {
    pub(crate) access_token: String,
    pub(crate) expires_in: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refresh_token: Option<String>,
    pub(crate) scope: String,
    pub(crate) token_type: &'static str,
}

impl World {
    /// The application so named, or the default one.
    pub(crate) fn oidc_app(&self, id: Option<&str>) -> Result<&OidcApp, Refusal> {
        let apps = &self.config.oidc_apps;
        let app = id.map_or_else(|| apps.first(), |id| apps.iter().find(|app| app.id == id));
        app.ok_or(NO_SUCH_APP)
    }

    /// Logs somebody in who shows their password, or an id that only a social login knows; the user, with a token.
    pub(crate) fn log_in_plainly(&self, login: &PlainLogin, ip: &str) -> Result<Value, Refusal> {
        let key = login.key()?;
        let user = self.state().users.find(key).cloned().ok_or(NO_SUCH_USER)?;
        if !matches!(key, Key::UnionId(_)) {
            let hash = user.password.as_ref().ok_or(NO_PASSWORD_SET)?;
            if !hash.matches(login.password.as_deref().unwrap_or_default()) {
                return Err(WRONG_PASSWORD);
            }
        }
        self.sign_in(&user.id, ip)
    }

    /// New tokens of an application for a user.
    pub(crate) fn oidc_tokens(&self, app: &OidcApp, user_id: &str, scope: &str) -> Result<Tokens, Refusal> {
        let now = self.now();
        let mut state = self.state();
        let user = state.users.find(Key::Id(user_id)).ok_or(NO_SUCH_USER)?;
        if user.blocked {
            return Err(USER_BLOCKED);
        }
        let access = self.access_claims(app, user, scope);
        let id_token = has(scope, "openid").then(|| sign(&id_claims(&access, user), app)).transpose()?;
        let grant = Grant { app_id: app.id.clone(), user_id: user_id.into(), scope: scope.into(), iat: access.iat };
        Ok(Tokens {
            access_token: sign(&access, app)?,
            expires_in: LIFETIME.as_secs(),
            id_token,
            refresh_token: has(scope, OFFLINE).then(|| state.refresh_tokens.issue(grant, now)),
            scope: scope.into(),
            token_type: "Bearer",
        })
    }

    /// The next tokens for a refresh token, which is then used up.
    pub(crate) fn refresh_oidc_tokens(&self, app: &OidcApp, refresh_token: &str) -> Result<Tokens, Refusal> {
        let grant = {
            let mut state = self.state();
            let grant = state.refresh_tokens.redeem(refresh_token, &app.id, self.now()).ok_or(TOKEN_INVALID)?;
            let user = state.users.find(Key::Id(&grant.user_id)).ok_or(TOKEN_INVALID)?;
            if grant.iat <= user.revoked_through {
                return Err(TOKEN_EXPIRED);
            }
            grant
        };
        self.oidc_tokens(app, &grant.user_id, &grant.scope)
    }

    /// What an access token says, if it is genuine, alive and not revoked; and whose it is.
    pub(crate) fn inspect_access_token(&self, token: &str) -> Result<(AccessClaims, User), Refusal> {
        let apps = &self.config.oidc_apps;
        let verified = apps
            .iter()
            .find_map(|app| token::verify::<AccessClaims>(token, &app.secret).filter(|claims| claims.aud == app.id));
        let claims = verified.ok_or(TOKEN_INVALID)?;
        if self.now().seconds() >= claims.exp {
            return Err(TOKEN_EXPIRED);
        }
        match self.state().users.find(Key::Id(&claims.sub)) {
            None => Err(TOKEN_INVALID),
            Some(user) if claims.iat <= user.revoked_through => Err(TOKEN_EXPIRED),
            Some(user) if user.blocked => Err(USER_BLOCKED),
            Some(user) => Ok((claims, user.clone())),
        }
    }

    fn access_claims(&self, app: &OidcApp, user: &User, scope: &str) -> AccessClaims {
        // As a user's token: the first after a logout is a second later than it.
        let iat = self.now().seconds().max(user.revoked_through + 1);
        AccessClaims {
            jti: random::hex::<16>(),
            sub: user.id.clone(),
            iat,
            exp: Timestamp::from_seconds(iat).plus(LIFETIME).seconds(),
            scope: scope.into(),
            iss: self.issuer(),
            aud: app.id.clone(),
        }
    }

    /// The address that the endpoints of OpenID Connect hang off.
    fn issuer(&self) -> String {
        let endpoint = GetUserInfo::ENDPOINT;
        let base = endpoint.path().rsplit_once('/').map_or("", |(base, _)| base);
        format!("{}{base}", self.origin)
    }
}

fn sign(claims: &impl Serialize, app: &OidcApp) -> Result<String, Refusal> {
    token::sign(claims, &app.secret).map_err(|_| TOKEN_INVALID)
}

/// Whether a scope is among those asked for.
fn has(scope: &str, wanted: &str) -> bool {
    scope.split(' ').any(|scope| scope == wanted)
}

/// The id token: when and for whom, then who.
fn id_claims(access: &AccessClaims, user: &User) -> Map<String, Value> {
    let mut claims = claims_of(user, &access.scope);
    for (name, value) in [("iat", json!(access.iat)), ("exp", json!(access.exp)), ("iss", json!(access.iss))] {
        claims.insert(name.into(), value);
    }
    claims.insert("aud".into(), json!(access.aud));
    claims
}

/// The user in the terms of OpenID Connect (Core 1.0, sections 5.1 and 5.4).
pub(crate) fn claims_of(user: &User, scope: &str) -> Map<String, Value> {
    let mut claims = Map::from_iter([("sub".to_owned(), json!(user.id))]);
    if has(scope, "profile") {
        claims.extend(profile(user));
    }
    if has(scope, "email") {
        claims.insert("email".into(), json!(user.email));
        claims.insert("email_verified".into(), json!(user.email_verified));
    }
    if has(scope, "phone") {
        claims.insert("phone_number".into(), json!(user.phone));
        claims.insert("phone_number_verified".into(), json!(user.phone_verified));
    }
    claims
}

/// The names of the profile's fields there and here.
const PROFILE: [(&str, &str); 13] = [
    ("name", "name"),
    ("family_name", "familyName"),
    ("given_name", "givenName"),
    ("middle_name", "middleName"),
    ("nickname", "nickname"),
    ("preferred_username", "preferredUsername"),
    ("profile", "profile"),
    ("picture", "photo"),
    ("website", "website"),
    ("gender", "gender"),
    ("birthdate", "birthdate"),
    ("zoneinfo", "zoneinfo"),
    ("locale", "locale"),
];

fn profile(user: &User) -> Map<String, Value> {
    let fields = PROFILE.iter().map(|(theirs, ours)| ((*theirs).to_owned(), json!(user.profile.get(*ours))));
    let mut profile: Map<String, Value> = fields.collect();
    profile.insert("username".into(), json!(user.username));
    profile.insert("updated_at".into(), json!(user.updated_at.iso()));
    profile
}
