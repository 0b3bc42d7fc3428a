//! Id tokens (OpenID Connect Core, section 2): written, and read again as hints.

use authing_core::application::IdTokenAlgorithm;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::OauthError;
use super::issue::Beside;
use super::{apps, discovery, keys};
use crate::crypto::{hash, token};
use crate::state::provider::App;
use crate::world::World;

/// The claims of an id token besides those about the user.
pub(super) struct IdTokenFacts<'a> {
    pub(crate) beside: &'a Beside<'a>,
    pub(crate) sid: Option<&'a str>,
    pub(crate) auth_time: Option<i64>,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
}

/// `claims` are those about the user.
pub(super) fn sign(
    world: &World,
    app: &App,
    mut claims: Map<String, Value>,
    facts: &IdTokenFacts<'_>,
) -> Result<String, OauthError> {
    let mut insert = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    insert("iss", json!(discovery::issuer(world)));
    insert("aud", json!(app.id));
    insert("iat", json!(facts.iat));
    insert("exp", json!(facts.exp));
    let Beside { access_token, code, nonce } = *facts.beside;
    let hashes = [("at_hash", access_token), ("c_hash", code)];
    for (name, bound) in hashes {
        if let Some(bound) = bound {
            insert(name, json!(hash::left_half_base64url(bound)));
        }
    }
    for (name, value) in [("nonce", nonce), ("sid", facts.sid)] {
        if let Some(value) = value {
            insert(name, json!(value));
        }
    }
    if let Some(auth_time) = facts.auth_time {
        insert("auth_time", json!(auth_time));
    }
    let signed = match (app.id_token_signed_response_alg, &app.secret) {
        (IdTokenAlgorithm::Hs256, Some(secret)) => token::sign(&claims, secret),
        _ => keys::current(world)?.sign(&claims),
    };
    signed.map_err(|_| OauthError::server_error())
}

/// Whom an id token that this provider issued is about, and whom it is for. It may have expired.
pub(crate) struct Hint {
    pub(crate) app_id: String,
    pub(crate) user_id: String,
    pub(crate) sid: Option<String>,
    pub(crate) exp: i64,
    pub(crate) claims: Value,
}

#[derive(Clone, Deserialize)]
struct HintClaims {
    iss: String,
    aud: String,
    sub: String,
    sid: Option<String>,
    exp: i64,
}

/// `None`: nothing that this provider issued as an id token.
pub(crate) fn read_hint(world: &World, token: &str) -> Option<Hint> {
    // An access token has a `jti`.
    let claims = verify(world, token).filter(|claims| claims["jti"].is_null())?;
    let HintClaims { iss, aud, sub, sid, exp } = HintClaims::deserialize(&claims).ok()?;
    discovery::is_own(world, &iss).then_some(Hint { app_id: aud, user_id: sub, sid, exp, claims })
}

/// The algorithm is that of the application, not of the token.
fn verify(world: &World, token: &str) -> Option<Value> {
    let kid = jsonwebtoken::decode_header(token).ok()?.kid;
    if let Some(kid) = kid {
        let key = world.state().provider.keys.by_kid(&kid, world.now())?.clone();
        let claims = key.verify::<Value>(token)?;
        return has_algorithm(world, &claims, IdTokenAlgorithm::Rs256).then_some(claims);
    }
    let signers =
        apps::all(world).into_iter().filter(|app| app.id_token_signed_response_alg == IdTokenAlgorithm::Hs256);
    signers
        .filter_map(|app| Some((app.secret?, app.id)))
        .find_map(|(secret, id)| token::verify::<Value>(token, &secret).filter(|claims| claims["aud"] == json!(id)))
}

fn has_algorithm(world: &World, claims: &Value, algorithm: IdTokenAlgorithm) -> bool {
    let app = claims["aud"].as_str().and_then(|id| apps::find(world, id));
    app.is_some_and(|app| app.id_token_signed_response_alg == algorithm)
}
