//! The cache of keys: when they are fetched, and what a hostile set of keys can do.

use std::time::Duration;

use authing_core::application::AuthenticationError;
use authing_core::token::TokenVerificationError;
use authing_core::{Error, InvalidResponseKind, TransportErrorKind};
use serde_json::{Value, json};

use super::super::{OLD, PRESENT, STRANGER, access_claims, id_claims, jwk, rs_header, rs256, with};
use super::provider::{Provider, TestClient, count, log_in, setup};
use crate::support::answers::{fault, json_body, raw};

const MINUTE: Duration = Duration::from_secs(60);

fn serve(provider: &Provider, keys: Vec<Value>) {
    provider.lock().jwks = Some(Box::new(move || json_body(&json!({ "keys": keys }))));
}

/// An access token that the key of this name has signed, and that is valid for a day.
fn token(kid: &str, key: &rsa_0_9::RsaPrivateKey) -> String {
    let claims = with(access_claims(), "exp", json!(crate::support::NOW.as_secs() + 86_400));
    rs256(&with(rs_header(), "kid", json!(kid)), &claims, key)
}

fn verify(client: &TestClient, token: &str) -> Result<(), TokenVerificationError> {
    let Err(error) = client.verify_access_token(token) else { return Ok(()) };
    match error.authentication() {
        Some(AuthenticationError::InvalidAccessToken(reason)) => Err(*reason),
        _ => panic!("{error:?}"),
    }
}

const UNKNOWN: Result<(), TokenVerificationError> = Err(TokenVerificationError::UnknownKey);

#[test]
fn known_key_is_used_for_an_hour() {
    let (_, service, client) = setup();
    for (minutes, requests) in [(0, 1), (59, 1), (1, 2)] {
        service.advance(MINUTE * minutes);
        assert_eq!(verify(&client, &token("present", &PRESENT)), Ok(()));
        assert_eq!(count(&service, "jwks.json"), requests);
    }
}

/// A revoked key does not live on.
#[test]
fn withdrawn_key_is_forgotten_after_an_hour() {
    let (provider, service, client) = setup();
    let old = token("old", &OLD);
    serve(&provider, vec![jwk(&OLD, "old"), jwk(&PRESENT, "present")]);
    assert_eq!(verify(&client, &old), Ok(()));
    serve(&provider, vec![jwk(&PRESENT, "present")]);
    service.advance(MINUTE * 60);
    assert_eq!(verify(&client, &old), UNKNOWN);
}

#[test]
fn unknown_key_is_fetched_for_at_most_once_a_minute() {
    let (_, service, client) = setup();
    for number in 0..100 {
        assert_eq!(verify(&client, &token(&format!("invented {number}"), &STRANGER)), UNKNOWN);
    }
    assert_eq!(count(&service, "jwks.json"), 1);
    service.advance(MINUTE);
    assert_eq!(verify(&client, &token("invented", &STRANGER)), UNKNOWN);
    assert_eq!(verify(&client, &token("present", &PRESENT)), Ok(()));
    assert_eq!(count(&service, "jwks.json"), 2);
}

#[test]
fn rotated_key_is_found_after_a_minute() {
    let (provider, service, client) = setup();
    serve(&provider, vec![jwk(&OLD, "old")]);
    assert_eq!(verify(&client, &token("old", &OLD)), Ok(()));
    serve(&provider, vec![jwk(&OLD, "old"), jwk(&PRESENT, "present")]);
    service.advance(MINUTE);
    assert_eq!(verify(&client, &token("present", &PRESENT)), Ok(()));
    assert_eq!(verify(&client, &token("old", &OLD)), Ok(()));
    assert_eq!(count(&service, "jwks.json"), 2);
}

/// While the provider is down the keys of the last hour stay, and it is asked once a minute.
#[test]
fn known_keys_survive_an_outage() {
    let (provider, service, client) = setup();
    assert_eq!(verify(&client, &token("present", &PRESENT)), Ok(()));
    for answer in [|| raw(503, ""), || fault(TransportErrorKind::Timeout), || raw(200, "<html>")] {
        provider.lock().jwks = Some(Box::new(answer));
        service.advance(MINUTE);
        let before = count(&service, "jwks.json");
        assert_eq!(verify(&client, &token("invented", &STRANGER)), UNKNOWN);
        let asked = count(&service, "jwks.json");
        assert!(asked > before);
        assert_eq!(verify(&client, &token("invented", &STRANGER)), UNKNOWN);
        assert_eq!(verify(&client, &token("present", &PRESENT)), Ok(()));
        assert_eq!(count(&service, "jwks.json"), asked);
    }
    service.advance(MINUTE * 60);
    assert!(matches!(client.verify_access_token(token("present", &PRESENT).as_str()), Err(Error::InvalidResponse(_))));
}

#[test]
fn two_keys_with_one_kid_are_none() {
    let (provider, _, client) = setup();
    serve(&provider, vec![jwk(&PRESENT, "present"), jwk(&STRANGER, "present")]);
    assert_eq!(verify(&client, &token("present", &PRESENT)), UNKNOWN);
    assert_eq!(verify(&client, &token("present", &STRANGER)), UNKNOWN);
}

#[test]
fn empty_set_has_no_first_key() {
    let (provider, _, client) = setup();
    serve(&provider, vec![]);
    assert_eq!(verify(&client, &token("present", &PRESENT)), UNKNOWN);
}

#[test]
fn key_of_a_stranger_is_refused() {
    let (_, _, client) = setup();
    assert_eq!(verify(&client, &token("present", &STRANGER)), Err(TokenVerificationError::InvalidSignature));
}

#[test]
fn hostile_key_sets_are_invalid_responses() {
    let huge = json!({ "keys": [], "padding": "x".repeat(200_000) });
    let many = json!({ "keys": vec![jwk(&PRESENT, "present"); 65] });
    for (body, kind) in [
        (huge.to_string(), InvalidResponseKind::Shape),
        (many.to_string(), InvalidResponseKind::Shape),
        (r#"{"keys":[],"keys":[]}"#.to_owned(), InvalidResponseKind::Shape),
        ("{}".to_owned(), InvalidResponseKind::Shape),
        ("<html>".to_owned(), InvalidResponseKind::NotJson),
        (String::new(), InvalidResponseKind::EmptyBody),
    ] {
        let (provider, _, client) = setup();
        let answer = body.clone();
        provider.lock().jwks = Some(Box::new(move || raw(200, answer.clone())));
        let error = client.verify_access_token(token("present", &PRESENT).as_str()).unwrap_err();
        let Error::InvalidResponse(response) = error else { panic!("{error:?}") };
        assert_eq!(response.kind, kind, "{}", &body[..body.len().min(40)]);
    }
}

#[test]
fn redirected_key_set_is_not_followed() {
    let (provider, service, client) = setup();
    provider.lock().jwks = Some(Box::new(|| raw(302, "")));
    assert!(matches!(client.verify_access_token(token("present", &PRESENT).as_str()), Err(Error::InvalidResponse(_))));
    assert_eq!(service.sent().len(), 2);
}

#[test]
fn slow_key_set_is_a_timeout() {
    let (provider, _, client) = setup();
    provider.lock().jwks = Some(Box::new(|| fault(TransportErrorKind::Timeout)));
    let error = log_in(&provider, &client).unwrap_err();
    assert!(matches!(error, Error::Transport(error) if error.kind == TransportErrorKind::Timeout));
}

/// A token that no key would verify costs no request.
#[test]
fn hopeless_tokens_fetch_nothing() {
    let (_, service, client) = setup();
    let none = rs256(&json!({ "alg": "none" }), &id_claims(), &PRESENT);
    let hs256 = super::super::hs256(&access_claims());
    for token in ["", "no token", "a.b.c.d.e", none.as_str(), hs256.as_str()] {
        assert!(matches!(client.verify_access_token(token), Err(Error::Authentication(_))), "{token}");
    }
    assert_eq!(service.sent().len(), 0);
}
