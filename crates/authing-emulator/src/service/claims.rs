//! A user in the terms of OpenID Connect.

use serde_json::{Map, Value, json};

use crate::service::access_tokens::AccessTokenClaims;
use crate::service::provider::claims::PROFILE;
use crate::state::users::User;

/// Whether a scope is among those asked for.
pub(super) fn has(scope: &str, wanted: &str) -> bool {
    scope.split(' ').any(|scope| scope == wanted)
}

/// The claims of an id token: first those of the token, then those about the user.
pub(super) fn id_claims(access: &AccessTokenClaims, user: &User) -> Map<String, Value> {
    let AccessTokenClaims { jti: _, sub, iat, exp, scope, iss, aud } = access;
    let token =
        [("sub", json!(sub)), ("aud", json!(aud)), ("iat", json!(iat)), ("exp", json!(exp)), ("iss", json!(iss))];
    let mut claims: Map<String, Value> = token.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    claims.extend(claims_of(user, scope));
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

fn profile(user: &User) -> Map<String, Value> {
    let fields = PROFILE.iter().map(|(theirs, ours)| ((*theirs).to_owned(), json!(user.profile.get(*ours))));
    let mut profile: Map<String, Value> = fields.collect();
    profile.insert("username".into(), json!(user.username));
    profile.insert("updated_at".into(), json!(user.updated_at.iso()));
    profile
}
