//! Refreshing: when, with which refresh token, and what its errors are.

mod many_callers;
mod stores;

use std::time::Duration;

use authing_core::application::{AuthenticationError, TokenSet};
use authing_core::{Error, TransportErrorKind};
use serde_json::{Value, json};

use super::provider::{Provider, TestClient, form, log_in, refused, setup};
use crate::support::answers::{fault, json_body, raw};
use crate::support::{NOW, ScriptedService, USER};

/// The time from a login until its access token is about to expire.
const LATER: Duration = Duration::from_secs(3600 - 30);

/// A provider whose user info needs the latest access token.
fn setup_user() -> (Provider, ScriptedService, TestClient, TokenSet) {
    let (provider, service, client) = setup();
    provider.lock().user_info = Some(Box::new(|_| json_body(&json!({ "sub": USER }))));
    let tokens = log_in(&provider, &client).unwrap().tokens;
    (provider, service, client, tokens)
}

fn refreshes(service: &ScriptedService) -> usize {
    service
        .sent()
        .iter()
        .filter(|sent| form(sent).get("grant_type").is_some_and(|grant| grant == "refresh_token"))
        .count()
}

fn authorizations(service: &ScriptedService) -> Vec<String> {
    service.sent().into_iter().filter(|sent| sent.uri.ends_with("/me")).filter_map(|sent| sent.authorization).collect()
}

#[test]
fn fresh_token_is_used_as_it_is() {
    let (_, service, client, tokens) = setup_user();
    let me = client.for_user(tokens);
    service.advance(Duration::from_secs(3600 - 31));
    me.user_info().unwrap();
    assert_eq!((refreshes(&service), authorizations(&service)), (0, vec!["Bearer access-2".to_owned()]));
}

#[test]
fn token_is_refreshed_thirty_seconds_before_it_expires() {
    let (_, service, client, tokens) = setup_user();
    let me = client.for_user(tokens);
    service.advance(LATER);
    me.user_info().unwrap();
    me.user_info().unwrap();
    assert_eq!((refreshes(&service), authorizations(&service)), (1, vec!["Bearer access-3".to_owned(); 2]));
    assert_eq!(me.tokens().refresh_token().unwrap().expose(), "refresh-3");
    assert_eq!(me.tokens().subject().unwrap().as_str(), USER);
}

/// A published client does not refresh after the access token has expired, which is when a refresh is needed.
#[test]
fn expired_token_is_refreshed() {
    let (_, service, client, tokens) = setup_user();
    service.advance(Duration::from_secs(86_400));
    client.for_user(tokens).user_info().unwrap();
    assert_eq!(refreshes(&service), 1);
}

#[test]
fn token_that_the_service_rejects_is_refreshed_once() {
    let (provider, service, client, tokens) = setup_user();
    provider.lock().user_info = Some(Box::new(|sent| match sent.authorization.as_deref() {
        Some("Bearer access-2") => raw(401, r#"{"error":"invalid_token","error_description":"expired"}"#),
        _ => json_body(&json!({ "sub": USER })),
    }));
    client.for_user(tokens.clone()).user_info().unwrap();
    assert_eq!(refreshes(&service), 1);
    provider.lock().user_info = Some(Box::new(|_| raw(401, "")));
    let error = client.for_user(tokens).user_info().unwrap_err();
    assert!(matches!(error, Error::InvalidResponse(response) if response.status == 401));
}

#[test]
fn refusal_for_another_reason_refreshes_nothing() {
    let (provider, service, client, tokens) = setup_user();
    provider.lock().user_info = Some(Box::new(|_| raw(403, r#"{"error":"insufficient_scope"}"#)));
    assert!(client.for_user(tokens).user_info().is_err());
    assert_eq!(refreshes(&service), 0);
}

#[test]
fn old_refresh_token_is_kept_if_none_comes() {
    let (provider, service, client, tokens) = setup_user();
    provider.lock().rotates = false;
    let me = client.for_user(tokens);
    for number in 1..=3 {
        service.advance(Duration::from_secs(3600));
        me.user_info().unwrap();
        assert_eq!(me.tokens().refresh_token().unwrap().expose(), "refresh-2");
        assert_eq!(refreshes(&service), number);
    }
}

#[test]
fn set_without_a_refresh_token_expires() {
    let (_, service, client, _) = setup_user();
    let token = crate::support::token_until(NOW.as_secs() + 10);
    let me = client.for_user(TokenSet::from_access_token(token.as_str()));
    me.user_info().unwrap();
    service.advance(Duration::from_secs(10));
    assert!(matches!(me.user_info(), Err(Error::TokenExpired)));
    let error = client.refresh(&me.tokens()).unwrap_err();
    assert_eq!(error.authentication(), Some(&AuthenticationError::MissingRefreshToken));
}

#[test]
fn rejected_refresh_token_needs_a_login() {
    let (provider, service, client, tokens) = setup_user();
    provider.lock().token = Some(Box::new(|_| refused("invalid_grant")));
    service.advance(LATER);
    let error = client.for_user(tokens).user_info().unwrap_err();
    assert_eq!(error.authentication(), Some(&AuthenticationError::RefreshTokenRejected));
    assert!(error.needs_login());
}

#[test]
fn refresh_survives_a_failure_of_the_network() {
    let (provider, service, client, tokens) = setup_user();
    service.advance(LATER);
    let me = client.for_user(tokens);
    for answer in [|| fault(TransportErrorKind::Timeout), || raw(500, ""), || raw(200, "<html>"), || raw(401, "")] {
        provider.lock().token = Some(Box::new(move |_| answer()));
        let error = me.user_info().unwrap_err();
        assert!(!error.needs_login(), "{error:?}");
    }
    provider.lock().token = None;
    me.user_info().unwrap();
}

#[test]
fn refreshed_id_token_of_another_user_is_rejected() {
    let (provider, _, client, tokens) = setup_user();
    provider.lock().claims.push(("sub", json!("another user")));
    let error = client.refresh(&tokens).unwrap_err();
    assert_eq!(error.authentication(), Some(&AuthenticationError::WrongSubject));
}

#[test]
fn refreshed_id_token_has_the_login_s_nonce_or_none() {
    let (provider, _, client, tokens) = setup_user();
    let nonce = serde_json::to_value(&tokens).unwrap()["nonce"].clone();
    let refresh = |nonce: Value, tokens: &TokenSet| {
        provider.lock().claims = vec![("nonce", nonce)];
        client.refresh(tokens)
    };
    let tokens = refresh(Value::Null, &tokens).unwrap();
    let tokens = refresh(nonce, &tokens).unwrap();
    assert!(refresh(json!("another"), &tokens).is_err());
}

/// A refresh token works once: tokens that came are not thrown away because keys did not.
#[test]
fn tokens_are_kept_where_keys_cannot_be_fetched() {
    let (provider, service, client, tokens) = setup_user();
    service.advance(Duration::from_secs(7200));
    provider.lock().jwks = Some(Box::new(|| fault(TransportErrorKind::Timeout)));
    let refreshed = client.refresh(&tokens).unwrap();
    assert_eq!(refreshed.access_token().expose(), "access-3");
    assert_eq!(refreshed.id_token(), tokens.id_token(), "the new ID token was not verified");
}

#[test]
fn tokens_that_expire_at_once_do_not_loop() {
    let (provider, service, client, tokens) = setup_user();
    service.advance(LATER);
    provider.lock().token = Some(Box::new(|form| {
        let number = form["refresh_token"].len();
        json_body(&json!({
            "access_token": format!("short-{number}"), "refresh_token": format!("{}x", form["refresh_token"]),
            "expires_in": 0,
        }))
    }));
    assert!(matches!(client.for_user(tokens).user_info(), Err(Error::TokenExpired)));
    assert_eq!(refreshes(&service), 3);
}

/// `expires_in`, or `expire_in` as other documents of the service spell it, or the token's own `exp`.
#[test]
fn lifetime_is_read_under_both_names() {
    let exp = crate::support::token_until(NOW.as_secs() + 77);
    for (response, seconds) in [
        (json!({ "access_token": "a", "expires_in": 60 }), Some(60)),
        (json!({ "access_token": "a", "expire_in": 60 }), Some(60)),
        (json!({ "access_token": "a", "expires_in": "60", "expire_in": 70 }), Some(60)),
        (json!({ "access_token": exp }), Some(77)),
        (json!({ "access_token": exp, "expires_in": null }), Some(77)),
        (json!({ "access_token": exp, "expires_in": 5 }), Some(5)),
        (json!({ "access_token": "a", "expires_in": -5 }), Some(0)),
        (json!({ "access_token": "a", "expires_in": i64::MAX }), None),
        (json!({ "access_token": "a" }), None),
    ] {
        let (provider, _, client) = setup();
        let answer = response.clone();
        provider.lock().token = Some(Box::new(move |_| json_body(&answer)));
        let expiry = client.client_credentials(["order:read"]).unwrap().expires_at();
        match seconds {
            Some(seconds) => assert_eq!(expiry, Some(NOW + Duration::from_secs(seconds)), "{response}"),
            None => assert!(expiry.is_none_or(|expiry| expiry > NOW + Duration::from_secs(1 << 40)), "{response}"),
        }
    }
}

#[test]
fn token_set_survives_serialization_and_shows_no_token() {
    let (_, _, client, tokens) = setup_user();
    let kept = serde_json::to_string(&tokens).unwrap();
    let restored: TokenSet = serde_json::from_str(&kept).unwrap();
    assert_eq!(restored, tokens);
    let seen = format!("{tokens:?} {tokens:#?} {:?} {:?}", client.for_user(tokens.clone()), client.context());
    for secret in ["access-2", "refresh-2", tokens.id_token().unwrap().expose()] {
        assert!(kept.contains(secret) && !seen.contains(secret), "{seen}");
    }
}
