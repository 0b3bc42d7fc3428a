//! ID tokens that a login must not accept (OpenID Connect Core 1.0, section 3.1.3.7; RFC 8725).

use authing_core::ApplicationConfig;
use authing_core::application::{AuthenticationError, IdTokenAlgorithm};
use authing_core::token::TokenVerificationError;
use serde_json::{Value, json};

use super::super::{APP, OTHER_APP, PRESENT, STRANGER, access_claims, hs256, id_claims, jwk, rs_header, rs256, with};
use super::provider::{Provider, client_of, config, log_in};
use crate::support::NOW;
use crate::support::answers::json_body;
use crate::support::jwt::{base64, sign};

fn rejected(provider: &Provider, config: ApplicationConfig) -> TokenVerificationError {
    let service = provider.service();
    let error = log_in(provider, &client_of(&service, config)).unwrap_err();
    match error.authentication() {
        Some(AuthenticationError::InvalidIdToken(reason)) => *reason,
        _ => panic!("{error:?}"),
    }
}

fn rejected_claim(name: &'static str, value: Value) -> TokenVerificationError {
    let provider = Provider::new();
    provider.lock().claims.push((name, value));
    rejected(&provider, config())
}

fn rejected_token(sign: impl Fn(&Value) -> String + Send + 'static) -> TokenVerificationError {
    let provider = Provider::new();
    provider.lock().sign = Box::new(sign);
    rejected(&provider, config())
}

#[test]
fn foreign_and_old_tokens_are_rejected() {
    use TokenVerificationError::{Expired, IssuedInFuture, MissingExpiry, NotYetValid, WrongAccessTokenHash};
    use TokenVerificationError::{WrongAudience, WrongAuthorizedParty, WrongIssuer, WrongNonce};
    let now = NOW.as_secs();
    for (name, value, reason) in [
        ("aud", json!(OTHER_APP), WrongAudience),
        ("aud", json!([APP, OTHER_APP]), WrongAuthorizedParty),
        ("azp", json!(OTHER_APP), WrongAuthorizedParty),
        ("iss", json!("https://evil.example/oidc"), WrongIssuer),
        ("iss", json!("https://shop.authing.example/oidc/"), WrongIssuer),
        ("exp", json!(now - 31), Expired),
        ("exp", Value::Null, MissingExpiry),
        ("nbf", json!(now + 31), NotYetValid),
        ("iat", json!(now + 31), IssuedInFuture),
        ("nonce", json!("another"), WrongNonce),
        ("nonce", Value::Null, WrongNonce),
        ("at_hash", json!("AAAAAAAAAAAAAAAAAAAAAA"), WrongAccessTokenHash),
    ] {
        assert_eq!(rejected_claim(name, value.clone()), reason, "{name} {value}");
    }
}

#[test]
fn access_token_in_the_place_of_an_id_token_is_rejected() {
    let reason = rejected_token(|claims| {
        rs256(&rs_header(), &with(access_claims(), "nonce", claims["nonce"].clone()), &PRESENT)
    });
    assert_eq!(reason, TokenVerificationError::NotAnIdToken);
}

#[test]
fn algorithm_is_the_configuration_s() {
    let wrong = |algorithm| TokenVerificationError::InvalidAlgorithm { algorithm };
    assert_eq!(rejected_token(hs256), wrong("HS256"));
    let none = |claims: &Value| format!("{}.{}.", base64(r#"{"alg":"none"}"#), base64(claims.to_string()));
    assert_eq!(rejected_token(none), wrong("none"));
    // The public key as the secret of an HMAC.
    let public = jwk(&PRESENT, "present").to_string();
    let confused = move |claims: &Value| sign(r#"{"alg":"HS256","kid":"present"}"#, &claims.to_string(), &public);
    assert_eq!(rejected_token(confused), wrong("HS256"));
    let empty = |claims: &Value| sign(r#"{"alg":"HS256"}"#, &claims.to_string(), "");
    assert_eq!(rejected_token(empty), wrong("HS256"));

    let provider = Provider::new();
    let hs256 = config().with_id_token_algorithm(IdTokenAlgorithm::Hs256).unwrap();
    assert_eq!(rejected(&provider, hs256), wrong("RS256"));
}

#[test]
fn empty_secret_under_hs256_is_rejected() {
    let provider = Provider::new();
    provider.lock().sign = Box::new(|claims| sign(r#"{"alg":"HS256"}"#, &claims.to_string(), ""));
    let hs256 = config().with_id_token_algorithm(IdTokenAlgorithm::Hs256).unwrap();
    assert_eq!(rejected(&provider, hs256), TokenVerificationError::InvalidSignature);
}

#[test]
fn encrypted_token_is_refused_by_name() {
    assert_eq!(rejected_token(|_| "a.b.c.d.e".to_owned()), TokenVerificationError::Encrypted);
}

#[test]
fn unknown_missing_and_foreign_keys_are_rejected() {
    let signed =
        |header: Value, key: &'static rsa_0_9::RsaPrivateKey| rejected_token(move |claims| rs256(&header, claims, key));
    let unknown = with(rs_header(), "kid", json!("unknown"));
    assert_eq!(signed(unknown, &STRANGER), TokenVerificationError::UnknownKey);
    assert_eq!(signed(rs_header(), &STRANGER), TokenVerificationError::InvalidSignature);
    // A header that brings its own key.
    let embedded = with(rs_header(), "jwk", jwk(&STRANGER, "present"));
    assert_eq!(signed(embedded, &STRANGER), TokenVerificationError::InvalidSignature);
    let provider = Provider::new();
    provider.lock().jwks =
        Some(Box::new(|| json_body(&json!({ "keys": [jwk(&PRESENT, "present"), jwk(&STRANGER, "other")] }))));
    provider.lock().sign = Box::new(|claims| rs256(&json!({ "alg": "RS256" }), claims, &PRESENT));
    assert_eq!(rejected(&provider, config()), TokenVerificationError::UnknownKey, "without a `kid`");
}

#[test]
fn duplicated_claims_are_rejected() {
    let reason = rejected_token(|claims| {
        let payload = claims.to_string().replacen('{', r#"{"sub":"another user","#, 1);
        let signing_input = format!("{}.{}", base64(rs_header().to_string()), base64(payload));
        let hash = <sha2::Sha256 as sha2::Digest>::digest(&signing_input);
        let signature = PRESENT.sign(rsa_0_9::Pkcs1v15Sign::new::<sha2::Sha256>(), &hash).unwrap();
        format!("{signing_input}.{}", base64(signature))
    });
    assert_eq!(reason, TokenVerificationError::Malformed);
}

#[test]
fn login_without_an_id_token_is_refused() {
    let provider = Provider::new();
    provider.lock().token = Some(Box::new(|_| json_body(&json!({ "access_token": "a", "token_type": "Bearer" }))));
    let service = provider.service();
    let error = log_in(&provider, &client_of(&service, config())).unwrap_err();
    assert_eq!(error.authentication(), Some(&AuthenticationError::MissingIdToken));
    assert!(!error.authentication().unwrap().is_bad_request());
}

#[test]
fn id_token_of_another_program_is_verified() {
    let provider = Provider::new();
    let service = provider.service();
    let client = client_of(&service, config());
    let token = rs256(&rs_header(), &id_claims(), &PRESENT);
    assert!(client.verify_id_token(token.as_str(), None).is_ok());
    assert!(client.verify_id_token(token.as_str(), Some(super::super::NONCE.into())).is_ok());
    assert!(client.verify_id_token(token.as_str(), Some("another".into())).is_err());
}

/// A nonce that is not compared is a fault of the published clients.
#[test]
fn provider_s_own_failure_is_no_bad_request() {
    let provider = Provider::new();
    provider.lock().claims.push(("aud", json!(OTHER_APP)));
    let service = provider.service();
    let error = log_in(&provider, &client_of(&service, config())).unwrap_err();
    assert!(!error.authentication().unwrap().is_bad_request());
}
