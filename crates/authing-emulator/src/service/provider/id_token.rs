//! Id tokens (OpenID Connect Core, section 2): written, and read again as hints.

use authing_core::application::IdTokenAlgorithm;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::OauthError;
use super::{apps, discovery, keys};
use crate::crypto::{hash, token};
use crate::state::provider::App;
use crate::world::World;

/// What an id token comes with: it has their hashes, and the nonce of the request.
#[derive(Clone, Copy, Default)]
pub(super) struct Beside<'a> {
    pub(super) access_token: Option<&'a str>,
    pub(super) code: Option<&'a str>,
    pub(super) nonce: Option<&'a str>,
}

/// The claims of an id token besides those about the user.
pub(super) struct IdTokenFacts<'a> {
    pub(crate) beside: &'a Beside<'a>,
    pub(crate) sid: Option<&'a str>,
    pub(crate) auth_time: Option<i64>,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
}

/// `about_user` are the claims about the user. Those of the token itself come first, and `sub` before all, as in the service's tokens.
pub(super) fn sign(
    world: &World,
    app: &App,
    about_user: Map<String, Value>,
    facts: &IdTokenFacts<'_>,
) -> Result<String, OauthError> {
    let Beside { access_token, code, nonce } = *facts.beside;
    let hash_of = |bound: Option<&str>| bound.map(|bound| json!(hash::left_half_base64url(bound)));
    let all = [
        ("sub", about_user.get("sub").cloned()),
        ("aud", Some(json!(app.id))),
        ("iat", Some(json!(facts.iat))),
        ("exp", Some(json!(facts.exp))),
        ("iss", Some(json!(discovery::issuer(world)))),
        ("nonce", nonce.map(Value::from)),
        ("at_hash", hash_of(access_token)),
        ("c_hash", hash_of(code)),
        ("sid", facts.sid.map(Value::from)),
        ("auth_time", facts.auth_time.map(Value::from)),
    ];
    let known = all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    let mut claims: Map<String, Value> = known.collect();
    claims.extend(about_user);
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
