//! A token of one kind is no token of another (RFC 8725, sections 3.11 and 3.12).

use authing_core::PoolId;
use authing_core::token::{ExpectedNonce, TokenVerifier};
use serde_json::{Value, json};

use super::*;
use crate::support::POOL;
use crate::support::jwt::user_token;

fn typed(kind: &Value, claims: &Value) -> String {
    sign(&json!({ "alg": "HS256", "typ": kind }).to_string(), &claims.to_string(), SECRET)
}

#[test]
fn access_token_is_no_id_token() {
    let verify =
        |token: &str| id_verifier(secret_key()).verify(&token.into(), ExpectedNonce::Unchecked, None, NOW).map(drop);
    let refused = Err(TokenVerificationError::NotAnIdToken);
    assert_eq!(verify(&hs256(&access_claims())), refused);
    assert_eq!(verify(&hs256(&with(with(access_claims(), "scope", Value::Null), "client_id", json!(APP)))), refused);
    for kind in ["at+jwt", "AT+JWT", "application/at+jwt", "logout+jwt", "secevent+jwt", "dpop+jwt", ""] {
        assert_eq!(verify(&typed(&json!(kind), &id_claims())), refused, "{kind}");
    }
    for kind in ["JWT", "jwt", "application/jwt"] {
        assert_eq!(verify(&typed(&json!(kind), &id_claims())), Ok(()), "{kind}");
    }
    assert_eq!(verify(&sign(r#"{"alg":"HS256"}"#, &id_claims().to_string(), SECRET)), Ok(()));
    assert_eq!(verify(&typed(&json!(["JWT"]), &id_claims())), Err(TokenVerificationError::Malformed));
}

#[test]
fn id_token_is_no_access_token() {
    let verify = |token: &str| verify_access(&access_verifier(secret_key()), token).map(drop);
    let refused = Err(TokenVerificationError::NotAnAccessToken);
    assert_eq!(verify(&hs256(&id_claims())), refused);
    assert_eq!(verify(&hs256(&with(id_claims(), "nonce", Value::Null))), refused, "neither scope nor client");
    for mark in ["nonce", "at_hash", "c_hash", "s_hash"] {
        let marked = with(access_claims(), mark, json!("mark"));
        assert_eq!(verify(&hs256(&marked)), refused, "{mark}");
        assert_eq!(verify(&typed(&json!("at+jwt"), &marked)), refused, "{mark}");
    }
    for kind in ["logout+jwt", "secevent+jwt", "token-introspection+jwt"] {
        assert_eq!(verify(&typed(&json!(kind), &access_claims())), refused, "{kind}");
    }
    let unmarked = with(access_claims(), "scope", Value::Null);
    assert_eq!(verify(&typed(&json!("at+jwt"), &unmarked)), Ok(()), "its type says it");
    assert_eq!(verify(&typed(&json!("JWT"), &unmarked)), refused);
}

#[test]
fn user_token_of_a_pool_is_no_token_of_an_application() {
    let claims = json!({ "data": { "id": USER, "clientId": POOL }, "iat": NOW.as_secs(), "exp": NOW.as_secs() + 60 });
    let token = user_token(&claims, SECRET);
    let refused = TokenVerificationError::MissingClaim { claim: "sub" };
    assert_eq!(verify_id(&id_verifier(secret_key()), &token).unwrap_err(), refused);
    let refused = TokenVerificationError::NotAnAccessToken;
    assert_eq!(verify_access(&access_verifier(secret_key()), &token).unwrap_err(), refused);
}

/// Even where a pool and an application have one secret.
#[test]
fn token_of_an_application_is_no_user_token_of_a_pool() {
    let verifier = TokenVerifier::for_pool(SECRET, PoolId::parse(POOL).unwrap()).unwrap();
    for claims in [id_claims(), access_claims(), with(id_claims(), "aud", json!(POOL))] {
        assert_eq!(verifier.verify(hs256(&claims), NOW), Err(TokenVerificationError::WrongPool));
    }
}
