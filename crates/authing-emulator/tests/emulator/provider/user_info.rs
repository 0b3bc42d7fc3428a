//! Userinfo, and the service's own question whether a token is valid.

use serde_json::json;

use super::Provider;
use crate::support::text;

/// The status, the challenge and the answer of userinfo.
fn ask(provider: &Provider, authorization: Option<&str>) -> (u16, String, serde_json::Value) {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut request = agent.get(format!("{}/me", provider.client.emulator.issuer()));
    if let Some(authorization) = authorization {
        request = request.header("authorization", authorization);
    }
    let mut response = request.call().expect("a response");
    let challenge =
        response.headers().get("www-authenticate").map_or("", |value| value.to_str().expect("text")).to_owned();
    (response.status().as_u16(), challenge, response.body_mut().read_json().expect("JSON"))
}

#[test]
fn access_token_may_stand_in_any_one_place() {
    let provider = Provider::start();
    let token = text(&provider.tokens(&[])["access_token"]);
    let expected = json!({ "sub": provider.user, "email": "a@b.com", "email_verified": false });
    for authorization in [format!("Bearer {token}"), format!("bearer {token}"), token.clone()] {
        assert_eq!(ask(&provider, Some(&authorization)).2, expected, "{authorization}");
    }
    let query = format!("/oidc/me?access_token={token}");
    assert_eq!(provider.client.get(&query), (200, expected.clone()));
    assert_eq!(provider.post("/oidc/me", &format!("access_token={token}")), (200, expected.clone()));
    assert_eq!(provider.post(&query, &format!("access_token={token}")), (200, expected), "twice the same is one");
    assert_eq!(provider.error(&query, "access_token=another"), (400, "invalid_request".into()));
}

#[test]
fn refusals_are_challenges() {
    let provider = Provider::start();
    let (status, challenge, _) = ask(&provider, None);
    assert_eq!((status, challenge.as_str()), (401, "Bearer realm=\"authing-emulator\""), "no error without a token");
    let id_token = text(&provider.tokens(&[])["id_token"]);
    for token in ["x", id_token.as_str()] {
        let (status, challenge, answer) = ask(&provider, Some(&format!("Bearer {token}")));
        assert_eq!((status, &answer["error"]), (401, &json!("invalid_token")), "{token}");
        assert!(challenge.contains("error=\"invalid_token\""), "{challenge}");
    }
    let narrow = text(&provider.tokens(&[("scope", "email")])["access_token"]);
    let (status, challenge, _) = ask(&provider, Some(&format!("Bearer {narrow}")));
    assert_eq!(status, 403);
    assert!(
        challenge.contains("error=\"insufficient_scope\"") && challenge.contains("scope=\"openid\""),
        "{challenge}"
    );
}

#[test]
fn validate_token_answers_claims_or_code_400() {
    let provider = Provider::start();
    let tokens = provider.tokens(&[]);
    for name in ["access_token", "id_token"] {
        let (status, claims) =
            provider.client.get(&format!("/api/v2/oidc/validate_token?{name}={}", text(&tokens[name])));
        assert_eq!((status, &claims["sub"], &claims["aud"]), (200, &json!(provider.user), &json!("shop")), "{name}");
        let (_, wrong) = provider.client.get(&format!("/api/v2/oidc/validate_token?{name}=x.y.z"));
        assert_eq!(wrong["code"], 400);
    }
    assert_eq!(provider.client.get("/api/v2/oidc/validate_token").1["code"], 400);
}

#[test]
fn access_token_serves_as_a_users_token() {
    let provider = Provider::start();
    let token = text(&provider.tokens(&[])["access_token"]);
    let status = provider.client.get(&format!("/authing/token?access_token={token}")).1;
    assert_eq!(status["token"]["data"]["id"], json!(provider.user));
}

#[test]
fn pages_of_an_application_may_read_answers() {
    let provider = Provider::start();
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let url = format!("{}/token", provider.client.emulator.issuer());
    let allowed = |origin: &str, path: &str| {
        let url = if path.is_empty() { url.clone() } else { format!("{}{path}", provider.client.emulator.url()) };
        let preflight = ureq::http::Request::options(url)
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .body(())
            .expect("a request");
        let response = agent.run(preflight).expect("a response");
        assert!(!response.headers().contains_key("access-control-allow-credentials"));
        response.headers().get("access-control-allow-origin").is_some_and(|value| value == origin)
    };
    assert!(allowed("http://127.0.0.1:4000", "") && allowed("https://shop.example", ""));
    assert!(!allowed("http://127.0.0.1:4000", "/oidc/auth"), "the login page is no one else's to read");
    for origin in [
        "https://evil.example",
        "https://shop.example.evil.example",
        "http://shop.example",
        "null",
        "https://other.example:1",
    ] {
        assert!(!allowed(origin, ""), "{origin}");
    }
    let mut response = agent
        .post(&url)
        .header("origin", "http://127.0.0.1:4000")
        .header("content-type", "application/x-www-form-urlencoded")
        .send("grant_type=refresh_token&client_id=phone&refresh_token=x")
        .expect("a response");
    assert_eq!(response.headers()["access-control-allow-origin"], "http://127.0.0.1:4000");
    assert!(response.body_mut().read_to_string().expect("text").contains("invalid_grant"));
}

#[test]
fn page_of_a_registered_application_uses_the_services_alone() {
    let provider = Provider::start();
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let send = |origin: &str, path: &str, content_type: &str, body: &str| {
        let request = agent.post(format!("{}{path}", provider.client.emulator.url()));
        let request = request.header("origin", origin).header("sec-fetch-site", "cross-site");
        request.header("content-type", content_type).send(body).expect("a response").status().as_u16()
    };
    let form = format!("{}&grant_type=client_credentials", super::SHOP);
    let exchange = |origin: &str| send(origin, "/oidc/token", "application/x-www-form-urlencoded", &form);
    assert_eq!((exchange("https://shop.example"), exchange("https://evil.example")), (200, 403));
    assert_eq!(send("https://shop.example", "/_emulator/reset", "application/json", "{}"), 403);
}

#[test]
fn page_of_an_application_sends_any_header_and_reads_the_challenge() {
    let provider = Provider::start();
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let url = format!("{}/me", provider.client.emulator.issuer());
    let header = |response: &ureq::http::Response<ureq::Body>, name: &str| {
        response.headers().get(name).map(|value| value.to_str().expect("text").to_owned())
    };
    let preflight = |origin: &str| {
        let request = ureq::http::Request::options(&url)
            .header("origin", origin)
            .header("access-control-request-method", "GET")
            .header("access-control-request-headers", "authorization,dpop,x-authing-app-id");
        let response = agent.run(request.body(()).expect("a request")).expect("a response");
        header(&response, "access-control-allow-headers")
    };
    assert_eq!(preflight("https://shop.example").as_deref(), Some("authorization,dpop,x-authing-app-id"));
    assert_eq!(preflight("https://evil.example"), None);
    let refused = agent.get(&url).header("origin", "https://shop.example").call().expect("a response");
    assert_eq!(header(&refused, "access-control-expose-headers").as_deref(), Some("www-authenticate"));
}
