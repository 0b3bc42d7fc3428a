//! The provider's metadata: read, checked, kept, and never believed beyond the issuer.

use std::time::Duration;

use authing_core::application::{AuthenticationError, Scope};
use authing_core::{Error, TransportErrorKind};
use serde_json::{Value, json};

use super::super::ISSUER;
use super::provider::{HOST, Provider, client_of, config, count, log_in, setup};
use crate::support::answers::{fault, json_body, raw};

fn reason(provider: &Provider) -> AuthenticationError {
    let service = provider.service();
    let error = client_of(&service, config()).authorize([Scope::OpenId]).unwrap_err();
    error.authentication().unwrap_or_else(|| panic!("{error:?}")).clone()
}

#[test]
fn metadata_are_kept_for_an_hour() {
    let (_, service, client) = setup();
    for (minutes, requests) in [(0, 1), (59, 1), (1, 2), (1, 2)] {
        service.advance(Duration::from_secs(minutes * 60));
        client.authorize([Scope::OpenId]).unwrap();
        assert_eq!(count(&service, "openid-configuration"), requests);
    }
}

#[test]
fn issuer_is_compared_byte_by_byte() {
    for issuer in [
        "https://shop.authing.example/oidc/",
        "https://SHOP.authing.example/oidc",
        "https://shop.authing.example:443/oidc",
        "http://shop.authing.example/oidc",
        "https://evil.example/oidc",
        "",
    ] {
        let provider = Provider::new();
        provider.lock().metadata.push(("issuer", json!(issuer)));
        assert_eq!(reason(&provider), AuthenticationError::WrongMetadataIssuer, "{issuer}");
    }
}

/// A lying document must not decide where the application's secret goes.
#[test]
fn endpoint_outside_the_issuer_is_refused() {
    for member in [
        "authorization_endpoint",
        "token_endpoint",
        "userinfo_endpoint",
        "jwks_uri",
        "introspection_endpoint",
        "revocation_endpoint",
        "end_session_endpoint",
    ] {
        for url in [
            "https://evil.example/oidc/token",
            "http://shop.authing.example/oidc/token",
            "https://shop.authing.example:8443/oidc/token",
            "https://shop.authing.example@evil.example/oidc/token",
            "https://user@shop.authing.example/oidc/token",
            "https://shop.authing.example.evil.example/oidc/token",
            "javascript:alert(1)",
            "/oidc/token",
            "//shop.authing.example/oidc/token",
            "https://shop.authing.example/oidc/token#",
            "",
        ] {
            let provider = Provider::new();
            provider.lock().metadata.push((member, json!(url)));
            assert_eq!(reason(&provider), AuthenticationError::ForeignEndpoint { member }, "{url}");
        }
    }
}

#[test]
fn announced_paths_are_used() {
    let (provider, _, client) = setup();
    provider.lock().metadata.push(("authorization_endpoint", json!(format!("{HOST}/connect/authorize?theme=dark"))));
    provider.lock().metadata.push(("userinfo_endpoint", json!("https://SHOP.authing.example:443/connect/me")));
    let (url, _) = client.authorize([Scope::OpenId]).unwrap();
    assert!(
        url.as_str().starts_with(&format!("{HOST}/connect/authorize?theme=dark&redirect_uri=")),
        "{}",
        url.as_str()
    );
}

#[test]
fn documented_paths_stand_in_for_metadata_that_are_not_there() {
    let (provider, service, client) = setup();
    provider.lock().discovery = Some(Box::new(|| raw(404, "<html>")));
    log_in(&provider, &client).unwrap();
    log_in(&provider, &client).unwrap();
    assert_eq!(count(&service, "openid-configuration"), 1, "that, too, is kept");
    assert_eq!((count(&service, "/oidc/token"), count(&service, "/oidc/.well-known/jwks.json")), (2, 1));
}

#[test]
fn other_failures_of_discovery_are_errors() {
    for answer in [
        || raw(500, "<html>"),
        || raw(302, ""),
        || raw(200, "<html>"),
        || raw(200, ""),
        || json_body(&json!({})),
        || json_body(&json!([])),
        || json_body(&json!({ "issuer": 7 })),
        || json_body(&json!({ "issuer": ISSUER, "token_endpoint": {} })),
        || fault(TransportErrorKind::Timeout),
        || fault(TransportErrorKind::BodyTooLarge),
    ] {
        let (provider, service, client) = setup();
        provider.lock().discovery = Some(Box::new(answer));
        assert!(client.authorize([Scope::OpenId]).is_err(), "{:?}", answer());
        // It is asked again, and may answer then.
        provider.lock().discovery = None;
        client.authorize([Scope::OpenId]).unwrap();
        assert!(count(&service, "openid-configuration") >= 2);
    }
}

#[test]
fn members_of_null_are_missing() {
    let (provider, _, client) = setup();
    provider.lock().metadata.push(("end_session_endpoint", Value::Null));
    client.authorize([Scope::OpenId]).unwrap();
}

#[test]
fn redirect_of_discovery_is_not_followed() {
    let (provider, service, client) = setup();
    provider.lock().discovery = Some(Box::new(|| raw(302, "")));
    assert!(matches!(client.authorize([Scope::OpenId]), Err(Error::InvalidResponse(_))));
    assert_eq!(service.sent().len(), 1);
}
