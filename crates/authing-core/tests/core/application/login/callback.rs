//! Attacks on the callback (RFC 9700, section 4; RFC 9207). All but the last of each login are refused before anything is sent.

use std::time::Duration;

use authing_core::application::{AuthenticationError, PendingLogin, PendingLogins, Scope};
use serde_json::json;

use super::provider::{HOST, Provider, TestClient, begin, client_of, config, count, setup};
use crate::support::{ScriptedService, rendered};

/// The reason why a callback is rejected. No request was sent for it.
fn refused(
    service: &ScriptedService,
    client: &TestClient,
    callback: &str,
    pending: PendingLogin,
) -> AuthenticationError {
    let before = service.sent().len();
    let error = client.finish(callback, pending).unwrap_err();
    assert_eq!(service.sent().len(), before, "nothing is sent");
    let reason = error.authentication().unwrap_or_else(|| panic!("{error:?}")).clone();
    assert!(reason.is_bad_request(), "{reason:?}");
    reason
}

#[test]
fn forged_callback_costs_no_request() {
    let provider = Provider::new();
    let service = provider.service();
    let (_, pending) = begin(&provider, &client_of(&service, config()));
    // Another instance, which knows no metadata yet.
    let cold = provider.service();
    let client = client_of(&cold, config());
    assert_eq!(refused(&cold, &client, "/callback?code=x&state=forged", pending), AuthenticationError::WrongState);
}

#[test]
fn callback_without_the_login_s_state_is_refused() {
    let (provider, service, client) = setup();
    for change in ["", "?", "?code=code-1", "?code=code-1&state=", "?state=forged&code=code-1"] {
        let (_, pending) = begin(&provider, &client);
        assert_eq!(refused(&service, &client, &format!("/callback{change}"), pending), AuthenticationError::WrongState);
    }
}

/// State and nonce swapped between two browsers: the login of one cannot end in the other.
#[test]
fn callback_of_another_browser_is_refused() {
    let (provider, service, client) = setup();
    let (theirs, _) = begin(&provider, &client);
    let (_, mine) = begin(&provider, &client);
    assert_eq!(refused(&service, &client, &theirs, mine), AuthenticationError::WrongState);
}

/// Code injection: a stolen code in the attacker's own callback. The provider holds it to the verifier of its own login.
#[test]
fn injected_code_is_refused_by_the_provider() {
    let (provider, _, client) = setup();
    let (stolen, _) = begin(&provider, &client);
    let (mine, pending) = begin(&provider, &client);
    let code = |callback: &str| super::provider::query(callback)["code"].clone();
    let error = client.finish(&mine.replace(&code(&mine), &code(&stolen)), pending).unwrap_err();
    assert!(
        matches!(&error, authing_core::Error::Service(refusal) if refusal.oauth_error.as_deref() == Some("invalid_grant"))
    );
}

/// A provider that does not hold codes to their verifiers is caught by the nonce.
#[test]
fn injected_code_is_refused_by_the_nonce() {
    let (provider, _, client) = setup();
    let (_, pending) = begin(&provider, &client);
    provider.lock().claims.push(("nonce", json!("the nonce of another login")));
    let (callback, pending) = (format!("/callback?code=code-1&state={}", state(&pending)), pending);
    let error = client.finish(&callback, pending).unwrap_err();
    assert_eq!(
        error.authentication(),
        Some(&AuthenticationError::InvalidIdToken(authing_core::token::TokenVerificationError::WrongNonce))
    );
}

fn state(pending: &PendingLogin) -> String {
    serde_json::to_value(pending).unwrap()["state"].as_str().unwrap().to_owned()
}

#[test]
fn replayed_callback_is_refused() {
    let (provider, service, client) = setup();
    let mut logins = PendingLogins::default();
    let (callback, pending) = begin(&provider, &client);
    logins.insert(pending);
    client.finish(&callback, logins.take(&callback).unwrap()).unwrap();
    let sent = service.sent().len();
    let error = logins.take(&callback).unwrap_err();
    assert_eq!(error.authentication(), Some(&AuthenticationError::WrongState));
    assert_eq!(service.sent().len(), sent);
}

#[test]
fn repeated_parameters_are_refused() {
    let (provider, service, client) = setup();
    for parameter in ["state", "code", "iss", "error", "error_description"] {
        let (callback, pending) = begin(&provider, &client);
        let callback = format!("{callback}&{parameter}=x&{parameter}=x");
        let reason = refused(&service, &client, &callback, pending);
        assert_eq!(reason, AuthenticationError::RepeatedParameter { parameter });
    }
}

/// Mix-up of two issuers (RFC 9700, section 4.4): the code of one never goes to the other.
#[test]
fn callback_of_another_issuer_is_refused() {
    let (provider, service, client) = setup();
    for issuer in
        ["https://evil.example/oidc", "https://shop.authing.example/oidc/", "", "https://shop.authing.example"]
    {
        let (callback, pending) = begin(&provider, &client);
        let reason = refused(&service, &client, &format!("{callback}&iss={issuer}"), pending);
        assert_eq!(reason, AuthenticationError::WrongIssuer, "{issuer}");
    }
    let (callback, pending) = begin(&provider, &client);
    client.finish(&format!("{callback}&iss={HOST}/oidc"), pending).unwrap();
}

#[test]
fn login_of_another_issuer_is_refused() {
    let (provider, service, client) = setup();
    let (callback, pending) = begin(&provider, &client);
    let other = client_of(&service, config().with_issuer("https://shop.authing.example/other").unwrap());
    assert_eq!(refused(&service, &other, &callback, pending), AuthenticationError::WrongIssuer);
}

/// A provider that always names itself has not made a callback without its name (RFC 9207, section 2.4).
#[test]
fn callback_without_a_promised_issuer_is_refused() {
    let (provider, service, client) = setup();
    provider.lock().metadata.push(("authorization_response_iss_parameter_supported", json!(true)));
    let (callback, pending) = begin(&provider, &client);
    let error = client.finish(&callback, pending).unwrap_err();
    assert_eq!(error.authentication(), Some(&AuthenticationError::MissingIssuer));
    assert_eq!(count(&service, "/token"), 0, "the code is not sent");
    let (callback, pending) = begin(&provider, &client);
    client.finish(&format!("{callback}&iss={HOST}/oidc"), pending).unwrap();
}

#[test]
fn error_of_the_provider_is_typed() {
    let (provider, service, client) = setup();
    let (callback, pending) = begin(&provider, &client);
    let state = super::provider::query(&callback)["state"].clone();
    let callback = format!("/callback?error=access_denied&error_description=no+thanks&state={state}");
    let reason = refused(&service, &client, &callback, pending);
    let denied =
        AuthenticationError::Denied { error: "access_denied".to_owned(), description: Some("no thanks".to_owned()) };
    assert_eq!(reason, denied);
}

/// Error and state are compared in this order: a forged error does not end a login.
#[test]
fn error_without_the_state_is_a_wrong_state() {
    let (provider, service, client) = setup();
    let (_, pending) = begin(&provider, &client);
    let reason = refused(&service, &client, "/callback?error=access_denied&state=forged", pending);
    assert_eq!(reason, AuthenticationError::WrongState);
}

#[test]
fn error_texts_are_bounded_and_printable() {
    let (provider, service, client) = setup();
    let (callback, pending) = begin(&provider, &client);
    let state = super::provider::query(&callback)["state"].clone();
    let evil = "%0d%0a%3Cscript%3E%22".to_owned() + &"x".repeat(5000);
    let callback = format!("/callback?error={evil}&error_description={evil}&state={state}");
    let AuthenticationError::Denied { error, description } = refused(&service, &client, &callback, pending) else {
        panic!("denied");
    };
    assert!(error.starts_with("scriptx") && error.len() == 64, "{error}");
    assert_eq!(description.unwrap().len(), 512);
}

#[test]
fn callback_without_code_and_error_is_refused() {
    let (provider, service, client) = setup();
    for code in ["", "&code="] {
        let (callback, pending) = begin(&provider, &client);
        let state = super::provider::query(&callback)["state"].clone();
        let reason = refused(&service, &client, &format!("/callback?state={state}{code}"), pending);
        assert_eq!(reason, AuthenticationError::MissingCode);
    }
}

#[test]
fn login_older_than_ten_minutes_is_refused() {
    let (provider, service, client) = setup();
    let (callback, pending) = begin(&provider, &client);
    service.advance(Duration::from_secs(600));
    assert_eq!(refused(&service, &client, &callback, pending), AuthenticationError::LoginExpired);
    let (callback, pending) = begin(&provider, &client);
    service.advance(Duration::from_secs(599));
    client.finish(&callback, pending).unwrap();
}

#[test]
fn callback_may_be_a_whole_url() {
    let (provider, _, client) = setup();
    let (callback, pending) = begin(&provider, &client);
    client.finish(&format!("https://shop.example{callback}#fragment?state=x"), pending).unwrap();
}

/// SDKs decoded too little or too much: a code is taken as the form encoding has it.
#[test]
fn code_is_percent_decoded_once() {
    let (provider, service, client) = setup();
    let (callback, pending) = begin(&provider, &client);
    let state = super::provider::query(&callback)["state"].clone();
    let _ = client.finish(&format!("/callback?code=a%2Fb%252F&state={state}"), pending);
    let exchange = service.sent().into_iter().find(|sent| sent.method == "POST").unwrap();
    assert_eq!(super::provider::form(&exchange)["code"], "a/b%2F");
}

#[test]
fn two_tabs_log_in_at_once() {
    let (provider, _, client) = setup();
    let mut logins = PendingLogins::default();
    let (first, pending) = begin(&provider, &client);
    logins.insert(pending);
    let (second, pending) = begin(&provider, &client);
    logins.insert(pending);
    // As the session keeps them between the requests.
    let mut logins: PendingLogins = serde_json::from_value(serde_json::to_value(&logins).unwrap()).unwrap();
    for callback in [first, second] {
        client.finish(&callback, logins.take(&callback).unwrap()).unwrap();
    }
    assert!(logins.is_empty());
}

#[test]
fn pending_logins_are_bounded_in_number_and_time() {
    let (provider, service, client) = setup();
    let mut logins = PendingLogins::default();
    let (oldest, pending) = begin(&provider, &client);
    logins.insert(pending);
    for _ in 0..PendingLogins::MAX {
        logins.insert(client.authorize([Scope::OpenId]).unwrap().1);
    }
    assert_eq!(logins.len(), PendingLogins::MAX);
    assert!(logins.take(&oldest).is_err());
    service.advance(PendingLogin::LIFETIME);
    logins.insert(client.authorize([Scope::OpenId]).unwrap().1);
    assert_eq!(logins.len(), 1);
}

#[test]
fn refused_callbacks_show_no_secret() {
    let (provider, _, client) = setup();
    let (callback, pending) = begin(&provider, &client);
    let secrets: Vec<String> = ["state", "nonce", "verifier"]
        .map(|name| serde_json::to_value(&pending).unwrap()[name].as_str().unwrap().to_owned())
        .into();
    let (url, _) = client.authorize([Scope::OpenId]).unwrap();
    let mut seen = format!("{pending:?} {pending:#?} {url:?}");
    seen += &rendered(&client.finish(&format!("{callback}&state=again"), pending).unwrap_err());
    for secret in secrets {
        assert!(!seen.contains(&secret), "{seen}");
    }
}
