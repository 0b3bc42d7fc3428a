//! The authorization endpoint: what it accepts, and where its errors go.

use std::time::Duration;

use super::browser::Browser;
use super::{CALLBACK, CHALLENGE, Provider, VERIFIER, claims, encoded, parameter};
use crate::support::text;

#[test]
fn unknown_client_or_redirect_uri_redirects_nowhere() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    for given in [
        ("client_id", ""),
        ("client_id", "unknown"),
        ("redirect_uri", ""),
        ("redirect_uri", "https://evil.example/"),
        ("redirect_uri", "http://127.0.0.1:4000/callback/../evil"),
        ("redirect_uri", "http://127.0.0.1:4000/callback?next=https://evil.example"),
        ("redirect_uri", "http://127.0.0.1:4000@evil.example/callback"),
        ("redirect_uri", "http://127.0.0.1:4000.evil.example/callback"),
        ("redirect_uri", "http://127.0.0.1:4001/callback"),
        ("redirect_uri", "http://localhost:4000/callback"),
        ("redirect_uri", "https://other.example/cb"),
        ("redirect_uri", "//evil.example"),
        ("redirect_uri", "javascript:alert(1)"),
    ] {
        let reply = browser.get(&provider.authorization_url(&[given]));
        assert!(reply.is_error_page(), "{given:?}: {} {:?}", reply.status, reply.location);
    }
    for twice in [("client_id", "shop"), ("redirect_uri", "https://evil.example/")] {
        let reply = browser.get(&format!("{}&{}", provider.authorization_url(&[]), encoded(&[twice])));
        assert!(reply.is_error_page(), "{twice:?}");
    }
}

#[test]
fn other_errors_return_to_the_application() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let long = "x".repeat(3000);
    for (given, error) in [
        (vec![("response_type", "")], "invalid_request"),
        (vec![("response_type", "none")], "unsupported_response_type"),
        (vec![("response_mode", "pigeon")], "invalid_request"),
        (vec![("prompt", "none")], "login_required"),
        (vec![("prompt", "none login")], "invalid_request"),
        (vec![("prompt", "create")], "invalid_request"),
        (vec![("max_age", "-1")], "invalid_request"),
        (vec![("max_age", "soon")], "invalid_request"),
        (vec![("scope", "open\"id")], "invalid_scope"),
        (vec![("code_challenge", "short")], "invalid_request"),
        (vec![("code_challenge", CHALLENGE), ("code_challenge_method", "S512")], "invalid_request"),
        (vec![("code_challenge_method", "S256")], "invalid_request"),
        (vec![("request", "e30.e30.")], "request_not_supported"),
        (vec![("request_uri", "https://evil.example/")], "request_uri_not_supported"),
        (vec![("registration", "{}")], "registration_not_supported"),
        (vec![("id_token_hint", "x.y.z")], "invalid_request"),
        (vec![("nonce", &long)], "invalid_request"),
    ] {
        let reply = browser.get(&provider.authorization_url(&given));
        let location = reply.location.unwrap_or_else(|| panic!("{given:?}: {}", reply.body));
        assert!(location.starts_with(&format!("{CALLBACK}?")), "{location}");
        assert_eq!((reply.status, parameter(&location, "error").as_deref()), (302, Some(error)), "{given:?}");
        assert_eq!(parameter(&location, "state").as_deref(), Some("S"));
        assert_eq!(parameter(&location, "iss"), Some(provider.client.emulator.issuer()));
        assert_eq!(parameter(&location, "code"), None);
    }
    let repeated = format!("{}&scope=openid", provider.authorization_url(&[]));
    let location = browser.get(&repeated).location.expect("a redirect");
    assert_eq!(parameter(&location, "error").as_deref(), Some("invalid_request"));
}

#[test]
fn public_client_must_send_a_challenge_and_may_use_any_loopback_port() {
    let provider = Provider::start();
    let native = [("client_id", "phone"), ("redirect_uri", "http://127.0.0.1:51004/callback")];
    let location = Browser::new(&provider).get(&provider.authorization_url(&native)).location.expect("a redirect");
    assert_eq!(parameter(&location, "error").as_deref(), Some("invalid_request"), "{location}");
    let with_challenge = [native[0], native[1], ("code_challenge", CHALLENGE), ("code_challenge_method", "S256")];
    let code = provider.code(&with_challenge);
    let form = format!(
        "client_id=phone&grant_type=authorization_code&code={code}&redirect_uri={}&code_verifier={VERIFIER}",
        native[1].1
    );
    assert_eq!(provider.post("/oidc/token", &form).0, 200);
    let elsewhere = [native[0], ("redirect_uri", "http://127.0.0.1:51004/other")];
    assert!(Browser::new(&provider).get(&provider.authorization_url(&elsewhere)).is_error_page());
}

#[test]
fn request_may_be_posted() {
    let provider = Provider::start();
    let url = provider.authorization_url(&[]);
    let (endpoint, query) = url.split_once('?').expect("a query");
    let form: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let reply = Browser::new(&provider).post(endpoint, &form);
    assert!(reply.location.expect("the login page").starts_with("/oidc/interaction/"));
}

#[test]
fn response_modes() {
    let provider = Provider::start();
    let fragment = Browser::new(&provider).log_in(&[("response_mode", "fragment")]);
    assert_eq!(fragment.status, 303);
    let location = fragment.location.expect("a redirect");
    assert!(location.starts_with(&format!("{CALLBACK}#")) && parameter(&location, "code").is_some(), "{location}");

    let posted = Browser::new(&provider).log_in(&[("response_mode", "form_post")]);
    assert_eq!((posted.status, posted.location.as_deref()), (200, None));
    assert!(posted.body.contains(&format!("<form method=\"post\" action=\"{CALLBACK}\">")), "{}", posted.body);
    assert_eq!(posted.input("state").as_deref(), Some("S"));
    assert!(posted.input("code").is_some());
    assert!(posted.header("content-security-policy").contains("form-action http: https:;"));

    let message = Browser::new(&provider).log_in(&[("response_mode", "web_message")]);
    assert!(message.body.contains("data-target=\"http://127.0.0.1:4000\""), "{}", message.body);

    let kept = Browser::new(&provider).log_in(&[("redirect_uri", "https://shop.example/cb?a=1")]);
    assert!(kept.location.expect("a redirect").starts_with("https://shop.example/cb?a=1&code="));
}

#[test]
fn session_is_used_until_something_asks_for_a_login() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let first = browser.log_in(&[]);
    assert!(parameter(&first.location.expect("a redirect"), "code").is_some());
    let silent = browser.get(&provider.authorization_url(&[("prompt", "none")])).location.expect("a redirect");
    assert!(parameter(&silent, "code").is_some(), "{silent}");
    for given in [("prompt", "login"), ("prompt", "select_account"), ("max_age", "0")] {
        let location = browser.get(&provider.authorization_url(&[given])).location.expect("a redirect");
        assert!(location.starts_with("/oidc/interaction/"), "{given:?}: {location}");
    }
    provider.client.emulator.advance(Duration::from_secs(61));
    let stale = [("max_age", "60"), ("prompt", "none")];
    let location = browser.get(&provider.authorization_url(&stale)).location.expect("a redirect");
    assert_eq!(parameter(&location, "error").as_deref(), Some("login_required"));
}

#[test]
fn id_token_hint_names_the_user_who_must_be_logged_in() {
    let provider = Provider::start();
    let id_token = text(&provider.tokens(&[])["id_token"]);
    let other = text(&provider.client.register("b@b.com", "pw123456")["_id"]);
    let url = provider.authorization_url(&[("id_token_hint", &id_token), ("prompt", "none")]);
    let location = provider.client.emulator.log_in_at(&url, &other).expect("a redirect");
    assert_eq!(parameter(&location, "error").as_deref(), Some("login_required"));
    let location = provider.client.emulator.log_in_at(&url, &provider.user).expect("a redirect");
    assert!(parameter(&location, "code").is_some());
}

#[test]
fn discovery_document_names_every_endpoint() {
    let provider = Provider::start();
    let issuer = provider.client.emulator.issuer();
    let (status, document) = provider.client.get("/oidc/.well-known/openid-configuration");
    assert_eq!((status, &document["issuer"]), (200, &serde_json::json!(issuer)));
    for (name, path) in [
        ("authorization_endpoint", "auth"),
        ("token_endpoint", "token"),
        ("userinfo_endpoint", "me"),
        ("introspection_endpoint", "token/introspection"),
        ("revocation_endpoint", "token/revocation"),
        ("end_session_endpoint", "session/end"),
        ("jwks_uri", ".well-known/jwks.json"),
    ] {
        assert_eq!(document[name], format!("{issuer}/{path}"), "{name}");
    }
    assert_eq!(provider.client.get("/.well-known/oauth-authorization-server/oidc").1, document, "RFC 8414");
    let keys = provider.client.get("/oidc/.well-known/jwks.json").1;
    assert_eq!(provider.client.get("/shop/oidc/.well-known/jwks.json").1, keys);
    let key = &keys["keys"][0];
    assert_eq!(
        (&key["kty"], &key["alg"], &key["use"], &key["e"]),
        (&"RSA".into(), &"RS256".into(), &"sig".into(), &"AQAB".into())
    );
    assert_eq!(key.as_object().expect("an object").len(), 6, "no part of the private key is published");
    assert_eq!(claims(&provider.tokens(&[])["id_token"])["iss"], issuer);
}
