//! The whole login: what goes over the wire, and what comes of it.

use authing_core::application::{
    AuthorizationRequest, ClientAuthentication, IdTokenAlgorithm, LoggedIn, Prompt, RedirectUrl, Scope,
};
use authing_core::{ApplicationConfig, AuthenticationError, Error};
use serde_json::json;
use std::time::Duration;

use super::super::{APP, hs256};
use super::provider::{
    APP_SECRET, HOST, REDIRECT, begin, client_of, config, count, form, log_in, query, setup, with_authentication,
};
use crate::support::{NOW, USER};

#[test]
fn login_yields_tokens_and_verified_claims() {
    let (provider, service, client) = setup();
    let LoggedIn { tokens, claims, .. } = log_in(&provider, &client).unwrap();
    assert_eq!((claims.sub.as_str(), claims.profile.name.as_deref()), (USER, Some("Bob")));
    assert_eq!(tokens.subject().unwrap().as_str(), USER);
    assert_eq!(tokens.access_token().expose(), "access-2");
    assert_eq!(tokens.refresh_token().unwrap().expose(), "refresh-2");
    assert_eq!(tokens.expires_at(), Some(NOW + Duration::from_secs(3600)));
    assert_eq!(tokens.scope(), Some("openid profile offline_access"));
    let sent = service.sent();
    let paths: Vec<_> = sent.iter().map(|sent| sent.uri.strip_prefix(HOST).unwrap()).collect();
    assert_eq!(paths, ["/oidc/.well-known/openid-configuration", "/oidc/token", "/oidc/.well-known/jwks.json"]);
    log_in(&provider, &client).unwrap();
    assert_eq!(service.sent().len(), 4, "metadata and keys are kept");
}

#[test]
fn authorization_url_has_everything_once() {
    let (_, _, client) = setup();
    let (url, _) = client.authorize([Scope::Profile, Scope::OpenId, "order:read".into()]).unwrap();
    let (start, parameters) = url.as_str().split_once('?').unwrap();
    assert_eq!(start, format!("{HOST}/oidc/auth"));
    let pairs: Vec<_> = form_urlencoded::parse(parameters.as_bytes()).into_owned().collect();
    let query = query(url.as_str());
    assert_eq!(pairs.len(), query.len());
    for (name, value) in [
        ("client_id", APP),
        ("redirect_uri", REDIRECT),
        ("response_type", "code"),
        ("response_mode", "query"),
        ("scope", "openid profile order:read"),
        ("code_challenge_method", "S256"),
    ] {
        assert_eq!(query[name], value, "{name}");
    }
    for random in ["state", "nonce", "code_challenge"] {
        assert_eq!(query[random].len(), 43, "{random}");
    }
    assert_eq!(pairs.len(), 9);
}

#[test]
fn each_login_draws_its_own_state_nonce_and_verifier() {
    let (_, _, client) = setup();
    let [first, second] = [(); 2].map(|()| query(client.authorize([Scope::OpenId]).unwrap().0.as_str()));
    for name in ["state", "nonce", "code_challenge"] {
        assert_ne!(first[name], second[name], "{name}");
    }
    assert_ne!(first["state"], first["nonce"]);
}

#[test]
fn offline_access_asks_for_consent() {
    let (_, _, client) = setup();
    let prompt = |request: AuthorizationRequest| {
        query(client.authorize(request).unwrap().0.as_str()).get("prompt").cloned().unwrap_or_default()
    };
    let offline = || AuthorizationRequest::new([Scope::OfflineAccess]);
    assert_eq!(prompt(AuthorizationRequest::new([Scope::Profile])), "");
    assert_eq!(prompt(offline()), "consent");
    assert_eq!(prompt(offline().with_prompt(Prompt::Login)), "login consent");
    assert_eq!(prompt(offline().with_prompt(Prompt::Consent)), "consent");
    assert_eq!(prompt(offline().with_prompt(Prompt::None)), "none", "`none` stands alone");
}

#[test]
fn other_parameters_are_sent_and_reserved_ones_rejected() {
    let (_, _, client) = setup();
    let request = AuthorizationRequest::new([Scope::OpenId])
        .with_login_hint("bob@example.com")
        .with_max_age(Duration::from_secs(60))
        .with_tenant("t1")
        .with_redirect_url(RedirectUrl::parse("com.example.app:/callback").unwrap())
        .with_parameter("ui_locales", "zh-CN")
        .unwrap();
    let query = query(client.authorize(request).unwrap().0.as_str());
    for (name, value) in [
        ("login_hint", "bob@example.com"),
        ("max_age", "60"),
        ("tenantId", "t1"),
        ("ui_locales", "zh-CN"),
        ("redirect_uri", "com.example.app:/callback"),
    ] {
        assert_eq!(query[name], value, "{name}");
    }
    for name in ["state", "nonce", "redirect_uri", "response_type", "request", "code_challenge", ""] {
        let request = AuthorizationRequest::new([Scope::OpenId]).with_parameter(name, "x");
        assert!(matches!(request, Err(Error::InvalidArgument(_))), "{name}");
    }
}

#[test]
fn code_is_exchanged_with_the_login_s_own_redirect_url() {
    let (provider, service, client) = setup();
    let other = RedirectUrl::parse("https://shop.example/other").unwrap();
    let (url, pending) = client.authorize(AuthorizationRequest::new([Scope::OpenId]).with_redirect_url(other)).unwrap();
    client.finish(&provider.log_in(&url), pending).unwrap();
    let exchange = service.sent().into_iter().find(|sent| sent.method == "POST").unwrap();
    assert_eq!(form(&exchange)["redirect_uri"], "https://shop.example/other");
}

#[test]
fn client_authenticates_as_configured() {
    for (authentication, header, secret, id) in [
        (ClientAuthentication::SecretPost, None, Some(APP_SECRET), Some(APP)),
        (ClientAuthentication::SecretBasic, Some(()), None, None),
        (ClientAuthentication::None, None, None, Some(APP)),
    ] {
        let (provider, service, _) = setup();
        let client = client_of(&service, with_authentication(authentication));
        log_in(&provider, &client).unwrap();
        let exchange = service.sent().into_iter().find(|sent| sent.method == "POST").unwrap();
        let form = form(&exchange);
        assert_eq!(form.get("client_id").map(String::as_str), id, "{authentication:?}");
        assert_eq!(form.get("client_secret").map(String::as_str), secret, "{authentication:?}");
        assert_eq!(exchange.authorization.is_some(), header.is_some(), "{authentication:?}");
    }
}

#[test]
fn basic_credentials_are_form_encoded_first() {
    let (provider, service, _) = setup();
    let config = ApplicationConfig::new("a:b", HOST).unwrap().with_secret("p@ss word+/").with_redirect_url(REDIRECT);
    let config = config.unwrap().with_client_authentication(ClientAuthentication::SecretBasic).unwrap();
    provider.lock().claims.push(("aud", json!("a:b")));
    log_in(&provider, &client_of(&service, config)).unwrap();
    let exchange = service.sent().into_iter().find(|sent| sent.method == "POST").unwrap();
    // "a%3Ab:p%40ss+word%2B%2F" (RFC 6749, section 2.3.1).
    assert_eq!(exchange.authorization.as_deref(), Some("Basic YSUzQWI6cCU0MHNzK3dvcmQlMkIlMkY="));
}

#[test]
fn authentication_with_a_secret_needs_one() {
    let config = || ApplicationConfig::new(APP, HOST).unwrap();
    for authentication in [ClientAuthentication::SecretPost, ClientAuthentication::SecretBasic] {
        assert!(config().with_client_authentication(authentication).is_err());
    }
    assert!(config().with_id_token_algorithm(IdTokenAlgorithm::Hs256).is_err());
    assert!(config().with_secret("").with_id_token_algorithm(IdTokenAlgorithm::Hs256).is_err());
    assert_eq!(config().client_authentication(), ClientAuthentication::None);
    assert_eq!(config().with_secret("s").client_authentication(), ClientAuthentication::SecretPost);
}

#[test]
fn hs256_fetches_no_keys() {
    let (provider, service, _) = setup();
    provider.lock().sign = Box::new(hs256);
    let client = client_of(&service, config().with_id_token_algorithm(IdTokenAlgorithm::Hs256).unwrap());
    log_in(&provider, &client).unwrap();
    assert_eq!(count(&service, "jwks.json"), 0);
}

#[test]
fn host_may_have_a_port_and_a_path() {
    let config = ApplicationConfig::new(APP, "http://127.0.0.1:5510/id/").unwrap();
    assert_eq!(config.issuer().as_str(), "http://127.0.0.1:5510/id/oidc");
    assert_eq!(config.host().base(), "http://127.0.0.1:5510/id");
}

#[test]
fn login_without_a_redirect_url_sends_nothing() {
    let (_, service, _) = setup();
    let client = client_of(&service, ApplicationConfig::new(APP, HOST).unwrap());
    assert_eq!(client.authorize([Scope::OpenId]).unwrap_err().argument(), Some("redirect_uri"));
    assert_eq!(service.sent().len(), 0);
}

#[test]
fn max_age_is_checked() {
    let login = |auth_time: serde_json::Value| {
        let (provider, _, client) = setup();
        provider.lock().claims.push(("auth_time", auth_time));
        let request = AuthorizationRequest::new([Scope::OpenId]).with_max_age(Duration::from_secs(60));
        let (url, pending) = client.authorize(request).unwrap();
        client.finish(&provider.log_in(&url), pending)
    };
    assert!(login(json!(NOW.as_secs() - 60)).is_ok());
    for late in [json!(NOW.as_secs() - 91), json!(null), json!(-1)] {
        let error = login(late).unwrap_err();
        assert_eq!(error.authentication(), Some(&AuthenticationError::AuthenticationTooOld));
    }
}

#[test]
fn password_grant_yields_verified_claims() {
    let (_, service, client) = setup();
    let LoggedIn { claims, .. } = client.log_in_with_password("bob", "password", ["profile"]).unwrap();
    assert_eq!(claims.sub.as_str(), USER);
    let form = form(&service.sent().into_iter().find(|sent| sent.method == "POST").unwrap());
    assert_eq!((form["username"].as_str(), form["password"].as_str()), ("bob", "password"));
    assert_eq!((form["grant_type"].as_str(), form["scope"].as_str()), ("password", "openid profile"));
}

#[test]
fn pending_login_survives_serialization() {
    let (provider, _, client) = setup();
    let (callback, pending) = begin(&provider, &client);
    let kept = serde_json::to_string(&pending).unwrap();
    client.finish(&callback, serde_json::from_str(&kept).unwrap()).unwrap();
}
