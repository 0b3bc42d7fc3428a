//! Requests that a page of another site makes its visitor's browser send.

use serde_json::json;

use crate::support::{Client, raw};

/// The status of a request with these headers.
fn status(client: &Client, method: &str, path: &str, headers: &[(&str, &str)]) -> u16 {
    let headers = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<Vec<_>>().concat();
    let host = client.emulator.address();
    let body = if method == "GET" { "" } else { "{}" };
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    );
    let response = String::from_utf8(raw(client, &request).expect("a response")).expect("text");
    response.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status")
}

const JSON: (&str, &str) = ("content-type", "application/json");

#[test]
fn foreign_pages_change_nothing() {
    let client = Client::start();
    let sms = format!("/send_smscode/17670416754/{}", client.pool());
    let register_sms = format!("/notification/send_register_smscode/17670416754/{}", client.pool());
    let qr = format!("/qrcode/gene?scene=APP_AUTH&userPoolId={}", client.pool());
    let foreign: &[&[(&str, &str)]] = &[
        &[("origin", "https://evil.example")],
        &[("origin", "http://evil.example:5510")],
        &[("origin", "null")],
        &[("origin", "https://localhost.evil.example")],
        &[("origin", "null"), ("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
    ];
    for headers in foreign {
        let with_json: Vec<_> = headers.iter().copied().chain([JSON]).collect();
        for path in
            ["/_emulator/reset", "/_emulator/clock", "/graphql", "/upload", "/oauth/oidc/token", "/api/v3/signup"]
        {
            assert_eq!(status(&client, "POST", path, &with_json), 403, "{path} {headers:?}");
        }
        for path in [&sms, &register_sms, &qr] {
            assert_eq!(status(&client, "GET", path, headers), 403, "{path} {headers:?}");
        }
    }
    assert_eq!(client.get("/_emulator/inbox").1, json!([]));
    assert_eq!(client.get("/_emulator/qr").1, json!([]));
}

#[test]
fn foreign_pages_may_follow_links() {
    let client = Client::start();
    let from_elsewhere = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")];
    assert_eq!(status(&client, "GET", "/", &from_elsewhere), 200);
    assert_eq!(status(&client, "GET", "/system/status", &from_elsewhere), 200);
}

#[test]
fn own_page_and_programs_change_state() {
    let client = Client::start();
    let own = client.emulator.url().to_owned();
    let sms = |number| format!("/send_smscode/{number}/{}", client.pool());
    for (number, headers) in [
        ("17670416751", vec![]),
        ("17670416752", vec![("origin", own.as_str()), ("sec-fetch-site", "same-origin")]),
        ("17670416753", vec![("sec-fetch-site", "none")]),
        ("17670416754", vec![("origin", "null"), ("sec-fetch-site", "same-origin")]),
    ] {
        let with_json: Vec<_> = headers.iter().copied().chain([JSON]).collect();
        assert_eq!(status(&client, "GET", &sms(number), &headers), 200, "{headers:?}");
        assert_eq!(status(&client, "POST", "/_emulator/faults", &with_json), 422, "`{{}}` is no list: {headers:?}");
        assert_eq!(status(&client, "POST", "/_emulator/reset", &with_json), 200, "{headers:?}");
    }
}

/// A web application under development runs on another port of the loopback.
#[test]
fn loopback_pages_use_the_services_and_not_the_control_api() {
    let client = Client::start();
    for origin in ["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:3000"] {
        let headers = [("origin", origin), ("sec-fetch-site", "cross-site"), JSON];
        assert_eq!(status(&client, "POST", "/graphql", &headers), 422, "a body without a query: {origin}");
        assert_eq!(status(&client, "POST", "/_emulator/reset", &headers), 403, "{origin}");
    }
}

#[test]
fn control_changes_need_json() {
    let client = Client::start();
    client.register("a@b.com", "pw123456");
    for content_type in
        [&[][..], &[("content-type", "text/plain")], &[("content-type", "application/x-www-form-urlencoded")]]
    {
        assert_eq!(status(&client, "POST", "/_emulator/reset", content_type), 415, "{content_type:?}");
        assert_eq!(status(&client, "PUT", "/_emulator/state", content_type), 415, "{content_type:?}");
    }
    assert_eq!(client.get("/_emulator").1["users"], 1);
    let with_charset = [("content-type", "application/json; charset=utf-8")];
    assert_eq!(status(&client, "POST", "/_emulator/reset", &with_charset), 200);
}
