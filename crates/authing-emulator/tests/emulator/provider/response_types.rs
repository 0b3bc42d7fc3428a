//! Implicit and hybrid requests: tokens in the authorization response (OpenID Connect Core, sections 3.2 and 3.3).

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::browser::Browser;
use super::{CALLBACK, CHALLENGE, Provider, VERIFIER, claims, parameter};
use crate::support::text;

const NONCE: (&str, &str) = ("nonce", "N");

/// The URL that the browser returns to after the user's login.
fn returned(provider: &Provider, given: &[(&str, &str)]) -> String {
    provider.client.emulator.log_in_at(&provider.authorization_url(given), &provider.user).expect("a URL")
}

/// OpenID Connect Core, section 3.3.2.11.
fn half_digest(text: &str) -> Value {
    json!(Base64UrlUnpadded::encode_string(&Sha256::digest(text)[..16]))
}

#[test]
fn response_has_the_parts_of_its_type() {
    let provider = Provider::start();
    for response_type in
        ["id_token", "id_token token", "token id_token", "code id_token", "code token", "code id_token token", "token"]
    {
        let location = returned(&provider, &[("response_type", response_type), NONCE]);
        assert!(location.starts_with(&format!("{CALLBACK}#")), "{location}");
        let names: Vec<&str> = response_type.split(' ').collect();
        for (part, name) in [("code", "code"), ("id_token", "id_token"), ("token", "access_token")] {
            assert_eq!(parameter(&location, name).is_some(), names.contains(&part), "{response_type}: {name}");
        }
        let type_and_lifetime = [parameter(&location, "token_type"), parameter(&location, "expires_in")];
        let expected = names.contains(&"token").then(|| ["Bearer", "3600"].map(str::to_owned));
        assert_eq!(type_and_lifetime, expected.map_or([None, None], |all| all.map(Some)), "{response_type}");
        assert_eq!(parameter(&location, "state").as_deref(), Some("S"));
        assert_eq!(parameter(&location, "iss"), Some(provider.client.emulator.issuer()));
    }
}

#[test]
fn id_token_has_the_hashes_of_code_and_access_token() {
    let provider = Provider::start();
    for response_type in ["id_token", "id_token token", "code id_token", "code id_token token"] {
        let location = returned(&provider, &[("response_type", response_type), NONCE]);
        let id_token = claims(&json!(parameter(&location, "id_token")));
        let (code, token) = (parameter(&location, "code"), parameter(&location, "access_token"));
        assert_eq!(id_token["c_hash"], code.as_deref().map_or(Value::Null, half_digest), "{response_type}");
        assert_eq!(id_token["at_hash"], token.as_deref().map_or(Value::Null, half_digest), "{response_type}");
        assert_eq!((&id_token["nonce"], &id_token["aud"]), (&json!("N"), &json!("shop")));
        assert_eq!((&id_token["sub"], &id_token["email"]), (&json!(provider.user), &json!("a@b.com")));
    }
}

#[test]
fn tokens_of_the_response_work() {
    let provider = Provider::start();
    let location = returned(&provider, &[("response_type", "code id_token token"), NONCE]);
    let token = parameter(&location, "access_token").expect("a token");
    let (status, me) = provider.client.get(&format!("/oidc/me?access_token={token}"));
    assert_eq!((status, text(&me["email"])), (200, "a@b.com".into()));
    assert!(provider.is_active(&json!(token)));
    let (status, tokens) = provider.exchange(&parameter(&location, "code").expect("a code"));
    assert_eq!((status, &claims(&tokens["id_token"])["nonce"]), (200, &json!("N")));
}

#[test]
fn id_token_of_the_response_is_a_hint() {
    let provider = Provider::start();
    let location = returned(&provider, &[("response_type", "id_token"), NONCE]);
    let id_token = parameter(&location, "id_token").expect("a token");
    assert!(returned(&provider, &[("id_token_hint", &id_token), ("prompt", "none")]).contains("code="));
    let (status, valid) = provider.client.get(&format!("/api/v2/oidc/validate_token?id_token={id_token}"));
    assert_eq!((status, &valid["sub"]), (200, &json!(provider.user)));
    let access_token = text(&provider.tokens(&[])["access_token"]);
    assert_eq!(provider.client.get(&format!("/api/v2/oidc/validate_token?id_token={access_token}")).0, 400);
}

#[test]
fn errors_are_in_the_fragment() {
    let provider = Provider::start();
    for (given, error) in [
        (vec![("response_type", "id_token")], "invalid_request"),
        (vec![("response_type", "code id_token")], "invalid_request"),
        (vec![("response_type", "token"), ("response_mode", "query")], "invalid_request"),
        (vec![("response_type", "id_token"), NONCE, ("scope", "email")], "invalid_request"),
        (vec![("response_type", "id_token"), NONCE, ("prompt", "none login")], "invalid_request"),
        (vec![("response_type", "token token")], "unsupported_response_type"),
        (vec![("response_type", "id_token pigeon"), NONCE], "unsupported_response_type"),
    ] {
        let location = returned(&provider, &given);
        assert!(location.starts_with(&format!("{CALLBACK}#error={error}&")), "{given:?}: {location}");
        assert_eq!(parameter(&location, "state").as_deref(), Some("S"));
    }
}

#[test]
fn offline_access_needs_a_code() {
    let provider = Provider::start();
    let scope = [("scope", "openid offline_access"), ("prompt", "consent"), NONCE];
    let granted = |response_type| {
        let location = returned(&provider, &[scope[0], scope[1], scope[2], ("response_type", response_type)]);
        parameter(&location, "scope")
    };
    assert_eq!(granted("id_token token").as_deref(), Some("openid"));
    assert_eq!(granted("code token").as_deref(), Some("openid offline_access"));
}

/// PKCE protects a code: a request without a code needs no challenge.
#[test]
fn public_client_needs_a_challenge_for_a_code() {
    let provider = Provider::start();
    let phone = [("client_id", "phone"), ("redirect_uri", "http://127.0.0.1:51004/callback"), NONCE];
    let with = |more: &[(&str, &str)]| returned(&provider, &[&phone, more].concat());
    assert!(with(&[("response_type", "id_token token")]).contains("access_token="));
    assert!(with(&[("response_type", "code id_token")]).contains("#error=invalid_request"));
    let challenge = [("code_challenge", CHALLENGE), ("code_challenge_method", "S256")];
    let location = with(&[("response_type", "code id_token"), challenge[0], challenge[1]]);
    let form = format!(
        "client_id=phone&grant_type=authorization_code&code={}&redirect_uri={}&code_verifier={VERIFIER}",
        parameter(&location, "code").expect("a code"),
        phone[1].1
    );
    assert_eq!(provider.post("/oidc/token", &form).0, 200);
}

#[test]
fn form_post_and_web_message_carry_tokens() {
    let provider = Provider::start();
    let given = [("response_type", "id_token token"), NONCE];
    let posted = Browser::new(&provider).log_in(&[given[0], given[1], ("response_mode", "form_post")]);
    assert!(posted.input("access_token").is_some() && posted.input("id_token").is_some(), "{}", posted.body);
    let message = Browser::new(&provider).log_in(&[given[0], given[1], ("response_mode", "web_message")]);
    assert!(message.body.contains("data-name=\"access_token\""), "{}", message.body);
}

#[test]
fn logout_ends_the_tokens_of_the_response() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let reply = browser.log_in(&[("response_type", "id_token token"), NONCE]);
    let location = reply.location.expect("a redirect");
    let token = json!(parameter(&location, "access_token").expect("a token"));
    assert!(provider.is_active(&token));
    let id_token = parameter(&location, "id_token").expect("a token");
    assert_eq!(browser.get(&format!("/oidc/session/end?id_token_hint={id_token}")).status, 200);
    assert!(!provider.is_active(&token));
}
