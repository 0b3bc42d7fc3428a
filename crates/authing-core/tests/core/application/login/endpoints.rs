//! The other endpoints: user info, introspection, revocation, client credentials, logout.

use authing_core::application::{
    AuthenticationError, ClientAuthentication, LogoutRequest, RedirectUrl, RevokeToken, TokenSet,
};
use authing_core::{Error, InvalidResponseKind};
use serde_json::{Value, json};

use super::super::APP;
use super::provider::{APP_SECRET, HOST, client_of, form, log_in, query, refused, setup, with_authentication};
use crate::support::answers::{json_body, raw};
use crate::support::{USER, rendered};

#[test]
fn user_info_is_compared_with_the_id_token() {
    let (provider, _, client) = setup();
    let me = client.for_user(log_in(&provider, &client).unwrap().tokens);
    provider.lock().user_info = Some(Box::new(|_| json_body(&json!({ "sub": USER, "nickname": "Bob" }))));
    assert_eq!(me.user_info().unwrap().nickname.as_deref(), Some("Bob"));
    provider.lock().user_info = Some(Box::new(|_| json_body(&json!({ "sub": "another user" }))));
    let error = me.user_info().unwrap_err();
    assert_eq!(error.authentication(), Some(&AuthenticationError::WrongSubject));
}

/// Published clients return a refusal, and HTML, as a profile.
#[test]
fn user_info_without_a_subject_is_invalid() {
    for (body, kind) in [
        (json!({ "statusCode": 403, "message": "no" }).to_string(), InvalidResponseKind::Shape),
        (json!({ "nickname": "Bob" }).to_string(), InvalidResponseKind::Shape),
        (json!({ "sub": "" }).to_string(), InvalidResponseKind::Shape),
        ("<html>".to_owned(), InvalidResponseKind::NotJson),
    ] {
        let (provider, _, client) = setup();
        let answer = body.clone();
        provider.lock().user_info = Some(Box::new(move |_| raw(200, answer.clone())));
        let error = client.for_user(TokenSet::from_access_token("a")).user_info().unwrap_err();
        let Error::InvalidResponse(response) = error else { panic!("{body}: {error:?}") };
        assert_eq!(response.kind, kind, "{body}");
    }
}

/// A published client asks about the holder of its own token, whichever token it is given.
#[test]
fn each_user_s_request_carries_that_user_s_token() {
    let (provider, service, client) = setup();
    provider.lock().user_info = Some(Box::new(|_| json_body(&json!({ "sub": USER }))));
    let alice = client.for_user(TokenSet::from_access_token("alice"));
    let bob = alice.for_user(TokenSet::from_access_token("bob"));
    bob.user_info().unwrap();
    alice.user_info().unwrap();
    let carried: Vec<_> = service.sent().into_iter().filter_map(|sent| sent.authorization).collect();
    assert_eq!(carried, ["Bearer bob", "Bearer alice"]);
}

/// A published client loses the application's own `Basic` once a user's token is held.
#[test]
fn introspection_authenticates_the_application() {
    for (authentication, basic) in [
        (ClientAuthentication::SecretPost, false),
        (ClientAuthentication::SecretBasic, true),
        (ClientAuthentication::None, false),
    ] {
        let (_, service, _) = setup();
        let client = client_of(&service, with_authentication(authentication));
        let _user = client.for_user(TokenSet::from_access_token("held"));
        assert!(!client.introspect("token").unwrap().active);
        let sent = service.sent().pop().unwrap();
        assert_eq!(sent.authorization.is_some_and(|header| header.starts_with("Basic ")), basic, "{authentication:?}");
    }
}

#[test]
fn introspection_is_read() {
    let (provider, _, client) = setup();
    let _ = provider;
    let introspection: authing_core::application::TokenIntrospection = serde_json::from_value(json!({
        "active": true, "sub": USER, "client_id": APP, "scope": "openid", "exp": "1600000000", "custom": 1,
    }))
    .unwrap();
    assert_eq!((introspection.exp, introspection.other.get("custom")), (Some(1_600_000_000), Some(&json!(1))));
    assert!(!client.introspect("token").unwrap().active);
}

/// In published clients a revocation succeeds whatever comes back.
#[test]
fn revocation_succeeds_with_an_empty_200_only() {
    let (_, service, client) = setup();
    client.revoke("token").unwrap();
    let form = form(&service.sent().pop().unwrap());
    assert_eq!((form["token"].as_str(), form["client_secret"].as_str()), ("token", APP_SECRET));
    for (status, body) in [
        (200, "<html>"),
        (200, r#"{"statusCode":403,"message":"no"}"#),
        (200, r#"{"error":"unsupported_token_type"}"#),
        (200, "true"),
        (204, ""),
        (302, ""),
        (400, r#"{"error":"invalid_client"}"#),
        (500, ""),
        (503, ""),
    ] {
        let service = crate::support::ScriptedService::answering(move |_| raw(status, body));
        let client = client_of(&service, super::provider::config());
        assert!(client.call(RevokeToken::new("token")).is_err(), "{status} {body}");
    }
}

#[test]
fn account_s_credentials_stand_alone() {
    let (_, service, _) = setup();
    let client = client_of(&service, with_authentication(ClientAuthentication::SecretBasic));
    let tokens = client.account_credentials("key", "the account's secret", ["order:read"]).unwrap();
    assert!(tokens.subject().is_none() && tokens.id_token().is_none());
    let sent = service.sent().pop().unwrap();
    let form = form(&sent);
    assert_eq!(sent.authorization, None, "one authentication, not two");
    assert_eq!((form["client_id"].as_str(), form["client_secret"].as_str()), ("key", "the account's secret"));
}

#[test]
fn token_that_is_no_bearer_token_is_rejected() {
    let (provider, _, client) = setup();
    for kind in ["mac", "DPoP", ""] {
        provider.lock().token = Some(Box::new(move |_| json_body(&json!({ "access_token": "a", "token_type": kind }))));
        let error = client.client_credentials(["x"]).unwrap_err();
        assert_eq!(error.authentication(), Some(&AuthenticationError::WrongTokenType));
    }
    provider.lock().token = Some(Box::new(|_| json_body(&json!({ "access_token": "a", "token_type": "bearer" }))));
    client.client_credentials(["x"]).unwrap();
}

#[test]
fn access_token_that_cannot_be_sent_is_invalid() {
    let (provider, _, client) = setup();
    for token in [json!(""), json!("a b"), json!("a\r\nx: y"), Value::Null, json!(7)] {
        provider.lock().token = Some(Box::new(move |_| json_body(&json!({ "access_token": token }))));
        assert!(matches!(client.client_credentials(["x"]), Err(Error::InvalidResponse(_))));
    }
}

#[test]
fn logout_url_has_hint_url_and_state() {
    let (_, _, client) = setup();
    let request = LogoutRequest::new("IDT")
        .with_redirect_url(RedirectUrl::parse("https://example.com/bye").unwrap())
        .with_state("S");
    let url = client.logout_url(request).unwrap();
    assert!(url.as_str().starts_with(&format!("{HOST}/oidc/session/end?")));
    let query = query(url.as_str());
    assert_eq!(query["id_token_hint"], "IDT");
    assert_eq!(query["post_logout_redirect_uri"], "https://example.com/bye");
    assert_eq!(query["state"], "S");
    assert_eq!(format!("{url:?}"), "LogoutUrl(…)");
}

/// A service that repeats what it was sent: neither the application's secret nor `Basic`, nor a code, nor a token is in the error.
#[test]
fn echoed_secrets_are_masked() {
    for authentication in [ClientAuthentication::SecretPost, ClientAuthentication::SecretBasic] {
        let (provider, service, _) = setup();
        let client = client_of(&service, with_authentication(authentication));
        let (callback, pending) = super::provider::begin(&provider, &client);
        let secrets = {
            let pending = serde_json::to_value(&pending).unwrap();
            let credentials = match authentication {
                ClientAuthentication::SecretBasic => {
                    crate::support::jwt::standard_base64(format!("{APP}:{APP_SECRET}"))
                }
                _ => APP_SECRET.to_owned(),
            };
            vec![credentials, pending["verifier"].as_str().unwrap().to_owned(), "code-1".to_owned()]
        };
        let echoed = secrets.join(" ");
        let echo = echoed.clone();
        provider.lock().token = Some(Box::new(move |_| {
            raw(400, json!({ "error": "invalid_grant", "error_description": echo }).to_string())
        }));
        let seen = rendered(&client.finish(&callback, pending).unwrap_err());
        for secret in &secrets {
            assert!(!seen.contains(secret.as_str()), "{authentication:?}: {secret} in {seen}");
        }
    }
}

#[test]
fn refused_code_is_the_service_s_error() {
    let (provider, _, client) = setup();
    provider.lock().token = Some(Box::new(|_| refused("invalid_client")));
    let error = log_in(&provider, &client).unwrap_err();
    assert!(matches!(error, Error::Service(refusal) if refusal.oauth_error.as_deref() == Some("invalid_client")));
}

#[test]
fn every_request_names_the_application() {
    use authing_core::flow::{Flow as _, Step};
    use std::ops::ControlFlow::Continue;
    let (_, _, client) = setup();
    let mut call = authing_core::Call::new(client.context(), RevokeToken::new("token"));
    let Continue(Step::Send(request)) = call.poll(crate::support::NOW).unwrap() else { panic!("a request") };
    assert_eq!(request.header("x-authing-app-id"), Some(APP));
}

/// Flows take a context, not a client, and can be wrong at run time only.
#[test]
fn call_of_the_other_generation_is_a_wrong_principal() {
    let pool = crate::support::Scenario::new().context();
    let (_, _, client) = setup();
    let service = crate::support::ScriptedService::silent();
    let wrong = |outcome: Error| assert!(matches!(outcome, Error::WrongPrincipal(_)), "{outcome:?}");
    wrong(crate::support::run(&service, authing_core::Call::new(&pool, RevokeToken::new("t"))).unwrap_err());
    let metadata = authing_core::metadata::GetMetadata::new(USER);
    wrong(crate::support::run(&service, authing_core::Call::new(client.context(), metadata)).unwrap_err());
    let user = client.context().for_user(TokenSet::from_access_token("a"));
    wrong(crate::support::run(&service, authing_core::Call::new(&user, RevokeToken::new("t"))).unwrap_err());
}
