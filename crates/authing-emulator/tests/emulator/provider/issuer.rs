//! The issuer has the host by which a client reaches the emulator (OpenID Connect Discovery, section 4.3).

use serde_json::{Value, json};

use super::{CALLBACK, Provider, SHOP, claims, parameter};

/// Sends a request with this `Host`, as a client that uses `localhost` or a forwarded port.
fn send(provider: &Provider, host: &str, path: &str, form: Option<&str>) -> Value {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let url = format!("{}{path}", provider.client.emulator.url());
    let response = match form {
        Some(form) => {
            let request = agent.post(url).header("host", host);
            request.header("content-type", "application/x-www-form-urlencoded").send(form)
        }
        None => agent.get(url).header("host", host).call(),
    };
    response.expect("a response").body_mut().read_json().expect("JSON")
}

/// Another authority of the emulator: its port at `localhost`.
fn localhost(provider: &Provider) -> String {
    format!("localhost:{}", provider.client.emulator.address().port())
}

#[test]
fn discovery_document_has_the_host_of_the_request() {
    let provider = Provider::start();
    for (host, origin) in [
        (localhost(&provider), format!("http://{}", localhost(&provider))),
        ("LocalHost:8080".into(), "http://localhost:8080".into()),
        ("localhost:80".into(), "http://localhost".into()),
        ("[::1]:1".into(), "http://[::1]:1".into()),
    ] {
        let document = send(&provider, &host, "/oidc/.well-known/openid-configuration", None);
        assert_eq!(document["issuer"], format!("{origin}/oidc"));
        assert_eq!(document["token_endpoint"], format!("{origin}/oidc/token"));
    }
}

#[test]
fn login_at_another_host_has_the_issuer_of_that_host() {
    let provider = Provider::start();
    let host = localhost(&provider);
    let url = provider.authorization_url(&[]).replace(provider.client.emulator.url(), &format!("http://{host}"));
    let issuer = format!("http://{host}/oidc");
    let location = provider.client.emulator.log_in_at(&url, &provider.user).expect("logs in");
    assert_eq!(parameter(&location, "iss").as_deref(), Some(issuer.as_str()));

    let code = parameter(&location, "code").expect("a code");
    let form = format!("{SHOP}&grant_type=authorization_code&code={code}&redirect_uri={CALLBACK}");
    let tokens = send(&provider, &host, "/oidc/token", Some(&form));
    for name in ["id_token", "access_token"] {
        assert_eq!(claims(&tokens[name])["iss"], issuer, "{name}");
    }
    let id_token = tokens["id_token"].as_str().expect("a token");
    let (status, valid) = provider.client.get(&format!("/api/v2/oidc/validate_token?id_token={id_token}"));
    assert_eq!((status, &valid["iss"]), (200, &json!(issuer)), "asked by its address");
    let about = format!("{SHOP}&token={}", tokens["access_token"].as_str().expect("a token"));
    assert_eq!(send(&provider, &host, "/oidc/token/introspection", Some(&about))["iss"], issuer);
}

#[test]
fn login_without_the_page_needs_a_url_of_this_emulator() {
    let provider = Provider::start();
    let port = provider.client.emulator.address().port();
    let log_in = |origin: &str| {
        let url = provider.authorization_url(&[]).replace(provider.client.emulator.url(), origin);
        provider.client.post("/_emulator/log-in", None, &json!({ "url": url, "userId": provider.user })).0
    };
    assert_eq!(log_in(&format!("http://[::1]:{port}")), 200);
    for origin in [
        format!("https://localhost:{port}"),
        format!("http://evil.example:{port}"),
        format!("http://localhost:{port}@evil.example"),
        format!("http://localhost.evil.example:{port}"),
        "http://localhost:1".into(),
    ] {
        assert_eq!(log_in(&origin), 422, "{origin}");
    }
}
