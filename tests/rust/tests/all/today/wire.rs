//! The recorded calls, and how ours are compared with them.

use std::collections::BTreeMap;

use authing_tests::recorder::Recorded;
use serde_json::{Value, json};

/// The recorded calls.
pub(super) fn recordings() -> Value {
    serde_json::from_str(include_str!("../../../../data/today-wire.json")).unwrap()
}

/// Headers that mean something to the service. Those for statistics (`x-authing-request-from`, `x-authing-sdk-version`) name the
/// published client.
const HEADERS: [&str; 3] = ["authorization", "content-type", "x-authing-app-id"];

/// Says how what was sent differs from what was recorded.
pub(super) fn differences(sent: &Recorded, recorded: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |what: &str, sent: Value, recorded: Value| {
        if sent != recorded {
            found.push(format!("{what}: sent {sent}, recorded {recorded}"));
        }
    };
    compare("method", json!(sent.parts.method.as_str()), recorded["method"].clone());
    compare("path", json!(sent.parts.uri.path()), recorded["path"].clone());
    let query = parameters(sent.parts.uri.query().unwrap_or_default().as_bytes());
    compare("query", query, recorded.get("query").cloned().unwrap_or(json!({})));
    for name in HEADERS {
        let value = sent.parts.headers.get(name).map(|value| value.to_str().unwrap());
        compare(name, json!(value), recorded["headers"][name].clone());
    }
    let (sent, recorded) = (parameters(&sent.body), recorded.get("form").cloned().unwrap_or(json!({})));
    for name in names(&sent, &recorded) {
        // The Web client draws its verifier.
        let drawn = name == "code_verifier" && recorded[&name].as_str().is_some_and(|text| text.len() >= 43);
        let recorded = if drawn { sent[&name].clone() } else { recorded[&name].clone() };
        compare(&name, sent[&name].clone(), recorded);
    }
    found
}

/// The URL of a call that sends the browser away.
pub(super) fn recorded_urls(recorded: &Value) -> String {
    let url = [&recorded["result"], &recorded["result"]["url"], &recorded["navigatedTo"][0]];
    url.into_iter().find_map(Value::as_str).unwrap().to_owned()
}

/// Says how a URL differs from a recorded one.
pub(super) fn url_differences(url: &str, recorded: &str) -> Vec<String> {
    let split = |url: &str| {
        let (before, query) = url.split_once('?').unwrap();
        let path = before.splitn(4, '/').nth(3).unwrap().to_owned();
        (path, parameters(query.as_bytes()))
    };
    let ((path, sent), (recorded_path, recorded)) = (split(url), split(recorded));
    let mut found = Vec::new();
    if path != recorded_path {
        found.push(format!("path: sent {path}, recorded {recorded_path}"));
    }
    for name in names(&sent, &recorded) {
        // What is drawn anew for each login is there, or not.
        let is_drawn = path == "oidc/auth" && ["state", "nonce", "code_challenge"].contains(&name.as_str());
        let value = |of: &Value| if is_drawn && of[&name].is_string() { json!("…") } else { of[&name].clone() };
        let (sent, recorded) = (value(&sent), value(&recorded));
        if sent != recorded {
            found.push(format!("{name}: sent {sent}, recorded {recorded}"));
        }
    }
    found
}

/// Parameters by name. One that comes twice is no recording's.
fn parameters(encoded: &[u8]) -> Value {
    let pairs: Vec<_> = form_urlencoded::parse(encoded).into_owned().collect();
    let found: BTreeMap<_, _> = pairs.iter().cloned().collect();
    assert_eq!(pairs.len(), found.len());
    json!(found)
}

fn names(one: &Value, other: &Value) -> Vec<String> {
    let mut names: Vec<_> =
        [one, other].into_iter().filter_map(Value::as_object).flat_map(|it| it.keys().cloned()).collect();
    names.sort_unstable();
    names.dedup();
    names
}
