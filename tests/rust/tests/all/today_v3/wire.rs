//! The recorded calls of the REST API, and how ours are compared with them.

use std::collections::BTreeMap;

use authing_tests::recorder::Recorded;
use authing_tests::wire::content_type;
use serde_json::{Value, json};

/// The recorded calls that have a call here.
pub(super) fn recordings() -> Value {
    serde_json::from_str(include_str!("../../../../data/today-wire-v3.json")).unwrap()
}

/// Headers that mean something to the service.
const HEADERS: [&str; 4] = ["authorization", "x-authing-app-id", "x-authing-userpool-id", "x-authing-lang"];

/// The requests that our clients make on their own: the administrator's token, and the key for passwords.
pub(super) fn is_on_the_way(path: &str) -> bool {
    matches!(path, "/api/v3/get-management-token" | "/api/v3/system")
}

/// Says how what was sent differs from what was recorded. `decrypt` opens a password.
pub(super) fn differences(sent: &Recorded, recorded: &Value, decrypt: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut found = Found(Vec::new());
    found.compare("method", &json!(sent.parts.method.as_str()), &recorded["method"]);
    found.compare("path", &json!(sent.parts.uri.path()), &recorded["path"]);
    for name in HEADERS {
        let value = sent.parts.headers.get(name).map(|value| value.to_str().unwrap());
        // Each signature is another.
        let recorded = &recorded["headers"][name];
        found.compare(name, &json!(value), if recorded == "" { &Value::Null } else { recorded });
    }
    found.compare("content-type", &content_type(sent), &recorded["headers"]["content-type"]);
    found.compare("query", &query(sent.parts.uri.query().unwrap_or_default()), given(&recorded["query"], &json!({})));
    let mut body = serde_json::from_slice(&sent.body).unwrap_or(json!({}));
    open(&mut body, &decrypt);
    found.compare("body", &body, given(&recorded["body"], &json!({})));
    if let Some(parts) = recorded.get("multipart") {
        let is_file = String::from_utf8_lossy(&sent.body).contains("form-data; name=\"file\"; filename=");
        found.compare("multipart", &json!(if is_file { ["file (file)"] } else { [""] }), parts);
    }
    found.0
}

fn given<'a>(value: &'a Value, or: &'a Value) -> &'a Value {
    if value.is_null() { or } else { value }
}

struct Found(Vec<String>);

impl Found {
    /// Compares member by member, so that each difference has a path of its own.
    fn compare(&mut self, path: &str, sent: &Value, recorded: &Value) {
        match (sent, recorded) {
            (Value::Object(one), Value::Object(other)) => {
                let mut names: Vec<_> = one.keys().chain(other.keys()).collect();
                names.sort_unstable();
                names.dedup();
                for name in names {
                    self.compare(&format!("{path}.{name}"), &sent[name.as_str()], &recorded[name.as_str()]);
                }
            }
            (sent, recorded) if sent != recorded => {
                self.0.push(format!("{path}: sent {sent}, recorded {recorded}"));
            }
            _ => {}
        }
    }
}

fn query(encoded: &str) -> Value {
    let pairs: BTreeMap<String, String> = form_urlencoded::parse(encoded.as_bytes()).into_owned().collect();
    json!(pairs)
}

/// Replaces each ciphertext by what the recordings have in its place.
fn open(value: &mut Value, decrypt: &impl Fn(&str) -> Option<String>) {
    match value {
        Value::Object(members) => members.values_mut().for_each(|value| open(value, decrypt)),
        Value::String(text) => {
            if let Some(plain) = decrypt(text) {
                *text = format!("enc({plain})");
            }
        }
        _ => {}
    }
}
