//! Client authentication, and the grants without a browser.

use super::Provider;
use crate::support::text;

const GRANT: &str = "grant_type=client_credentials";

/// A request to the token endpoint with headers.
fn send(provider: &Provider, headers: &[(&str, &str)], form: &str) -> (u16, String) {
    let url = format!("{}/token", provider.client.emulator.issuer());
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut request = agent.post(url).header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response = request.send(form).expect("a response");
    let challenge = response.headers().get("www-authenticate").map(|value| value.to_str().expect("text").to_owned());
    assert_eq!(response.headers()["cache-control"], "no-store");
    let answer: serde_json::Value = response.body_mut().read_json().expect("JSON");
    let error = answer["error"].as_str().unwrap_or_default().to_owned();
    assert_eq!(challenge.is_some_and(|challenge| challenge.starts_with("Basic realm=")), error == "invalid_client");
    (response.status().as_u16(), error)
}

#[test]
fn client_authenticates_in_one_way() {
    let provider = Provider::start();
    // shop:shop-secret, shop:wrong, shop, shop%3F:shop-secret
    let (right, wrong, bad, unknown) = (
        "Basic c2hvcDpzaG9wLXNlY3JldA==",
        "Basic c2hvcDp3cm9uZw==",
        "Basic c2hvcA==",
        "basic c2hvcCUzRjpzaG9wLXNlY3JldA==",
    );
    for (header, form, expected) in [
        (None, "client_id=shop&client_secret=shop-secret", (200, "")),
        (Some(right), "", (200, "")),
        (Some(right), "client_id=shop", (200, "")),
        (Some(right), "client_id=other", (401, "invalid_client")),
        (Some(right), "client_id=shop&client_secret=shop-secret", (400, "invalid_request")),
        (Some(wrong), "", (401, "invalid_client")),
        (Some(bad), "", (401, "invalid_client")),
        (Some(unknown), "", (401, "invalid_client")),
        (Some("Basic !"), "", (401, "invalid_client")),
        (Some("Bearer x"), "", (401, "invalid_client")),
        (None, "", (401, "invalid_client")),
        (None, "client_id=shop", (401, "invalid_client")),
        (None, "client_id=shop&client_secret=", (401, "invalid_client")),
        (None, "client_id=shop&client_secret=wrong", (401, "invalid_client")),
        (None, "client_id=unknown&client_secret=shop-secret", (401, "invalid_client")),
        (None, "client_id=phone&client_secret=shop-secret", (401, "invalid_client")),
        (None, "client_id=phone", (400, "unauthorized_client")),
        (None, "client_id=shop&client_id=shop&client_secret=shop-secret", (400, "invalid_request")),
    ] {
        let headers: Vec<_> = header.map(|header| ("authorization", header)).into_iter().collect();
        let (status, error) = send(&provider, &headers, &format!("{GRANT}&{form}"));
        assert_eq!((status, error.as_str()), expected, "{header:?} {form}");
    }
}

#[test]
fn app_id_header_names_a_public_client_alone() {
    let provider = Provider::start();
    let form = "grant_type=refresh_token&redirect_uri=&refresh_token=none";
    assert_eq!(send(&provider, &[("x-authing-app-id", "phone")], form), (400, "invalid_grant".into()));
    assert_eq!(send(&provider, &[("x-authing-app-id", "shop")], form), (401, "invalid_client".into()));
}

#[test]
fn client_credentials_give_an_access_token_and_no_more() {
    let provider = Provider::start();
    let form = format!("{}&{GRANT}&scope=openid%20order%3Aread%20offline_access", super::SHOP);
    let (status, tokens) = provider.post("/oidc/token", &form);
    assert_eq!((status, text(&tokens["scope"])), (200, "order:read".into()));
    assert!(tokens["id_token"].is_null() && tokens["refresh_token"].is_null());
    let claims = super::claims(&tokens["access_token"]);
    assert_eq!((&claims["sub"], &claims["aud"]), (&"shop".into(), &"shop".into()));
    let me = provider.client.get(&format!("/oidc/me?access_token={}", text(&tokens["access_token"])));
    assert_eq!((me.0, &me.1["error"]), (403, &"insufficient_scope".into()));
}

#[test]
fn password_grant_gives_tokens() {
    let provider = Provider::start();
    let grant = |more: &str| provider.post("/oidc/token", &format!("{}&grant_type=password&{more}", super::SHOP));
    let (status, tokens) = grant("username=a%40b.com&password=pw123456&scope=openid%20offline_access");
    assert_eq!((status, &super::claims(&tokens["id_token"])["sub"]), (200, &provider.user.clone().into()));
    assert_eq!(provider.refresh(&tokens).0, 200);
    for (form, error) in [
        ("username=a%40b.com&password=wrong", "invalid_grant"),
        ("username=x%40b.com&password=pw123456", "invalid_grant"),
        ("username=a%40b.com", "invalid_request"),
        ("password=pw123456", "invalid_request"),
        ("username=a%40b.com&password=pw123456&scope=%22", "invalid_scope"),
    ] {
        assert_eq!(grant(form).1["error"], error, "{form}");
    }
}

#[test]
fn malformed_requests_are_told_apart() {
    let provider = Provider::start();
    assert_eq!(provider.error("/oidc/token", super::SHOP), (400, "invalid_request".into()));
    let unknown = format!("{}&grant_type=pigeon", super::SHOP);
    assert_eq!(provider.error("/oidc/token", &unknown), (400, "unsupported_grant_type".into()));
    let (status, answer) = provider.client.post("/oidc/token", None, &serde_json::json!({}));
    assert_eq!((status, &answer["error"]), (400, &"invalid_request".into()));
    let huge = format!("{}&x={}", super::SHOP, "x".repeat(70_000));
    assert_eq!(provider.error("/oidc/token", &huge), (400, "invalid_request".into()));
}
