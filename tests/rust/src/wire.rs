//! The recorded calls of the published clients, and how a request of ours is compared with one of theirs.

use http::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};

use crate::graphql::ParsedDocument;
use crate::recorder::Recorded;

/// The recorded calls.
pub fn recordings() -> Value {
    serde_json::from_str(include_str!("../../data/wire.json")).unwrap()
}

/// Says how what was sent differs from what was recorded; nothing is said of what the same. `decrypt` opens passwords.
pub fn differences(sent: &Recorded, recorded: &Value, decrypt: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut found = Differences(Vec::new());
    found.compare("method", &json!(sent.parts.method.as_str()), &recorded["method"]);
    found.compare("path", &json!(path(sent)), &recorded["path"]);
    found.compare("authorization", &header(sent, &AUTHORIZATION), &recorded["authorization"]);
    found.compare("contentType", &content_type(sent), &recorded["contentType"]);
    if let Some(graphql) = recorded.get("graphql") {
        found.compare_graphql(sent, graphql, &recorded["variables"], decrypt);
    }
    if let Some(body) = recorded.get("body") {
        found.compare("body", &json_body(sent), body);
    }
    if let Some(form) = recorded.get("form") {
        let pairs = form_urlencoded::parse(&sent.body).map(|(name, value)| (name.into_owned(), json!(value)));
        found.compare("form", &pairs.collect(), form);
    }
    if let Some(parts) = recorded.get("multipart") {
        found.compare("multipart", &multipart(sent), parts);
    }
    found.0
}

struct Differences(Vec<String>);

impl Differences {
    fn compare(&mut self, what: &str, sent: &Value, recorded: &Value) {
        if sent != recorded {
            self.0.push(format!("{what}: sent {sent}, recorded {recorded}"));
        }
    }

    fn compare_graphql(
        &mut self,
        sent: &Recorded,
        recorded: &Value,
        variables: &Value,
        decrypt: &dyn Fn(&str) -> String,
    ) {
        let mut body = json_body(sent);
        let asked = ParsedDocument::parse(body["query"].as_str().unwrap());
        open_passwords(&mut body["variables"], variables, decrypt);
        self.compare("kind", &json!(asked.kind), &recorded["kind"]);
        self.compare("name", &json!(asked.name), &recorded["name"]);
        self.compare("field", &json!(asked.field), &recorded["field"]);
        let effective = ParsedDocument::effective(&recorded["arguments"], variables);
        self.compare("arguments", &ParsedDocument::effective(&asked.arguments, &body["variables"]), &effective);
        // The published client writes the secret into the document; a variable cannot be mistaken for GraphQL.
        if recorded["field"] != "getClientWhenSdkInit" {
            self.compare("variables", &body["variables"], variables);
        }
        self.contains("selection", &asked.selection, &recorded["selection"]);
    }

    /// Whether at least what was recorded is selected.
    fn contains(&mut self, path: &str, sent: &Value, recorded: &Value) {
        for (name, inner) in recorded.as_object().into_iter().flatten() {
            match sent.get(name) {
                Some(sent) => self.contains(&format!("{path}.{name}"), sent, inner),
                None => self.0.push(format!("{path}: {name} is not selected")),
            }
        }
    }
}

/// Replaces a ciphertext by what was recorded in its place: `<rsa:…>`, with the plaintext, or with the word PLAINTEXT.
fn open_passwords(sent: &mut Value, recorded: &Value, decrypt: &dyn Fn(&str) -> String) {
    for (name, recorded) in recorded.as_object().into_iter().flatten() {
        let Some(mark) = recorded.as_str().filter(|text| text.starts_with("<rsa:")) else { continue };
        let plain = decrypt(sent[name].as_str().unwrap_or_default());
        let known = if mark == "<rsa:PLAINTEXT>" { "PLAINTEXT".to_owned() } else { plain };
        sent[name] = json!(format!("<rsa:{known}>"));
    }
}

fn path(sent: &Recorded) -> String {
    let path = sent.parts.uri.path_and_query().unwrap().as_str();
    // Each QR code has a name of its own.
    match path.split_once("random=").and_then(|(before, rest)| Some((before, rest.split_once('&')?))) {
        Some((before, (random, after))) if random.len() >= 12 => format!("{before}random=RANDOM&{after}"),
        _ => path.to_owned(),
    }
}

fn header(sent: &Recorded, name: &http::HeaderName) -> Value {
    sent.parts.headers.get(name).map_or(Value::Null, |value| json!(value.to_str().unwrap()))
}

/// The media type of a body, without its parameters.
pub fn content_type(sent: &Recorded) -> Value {
    match header(sent, &CONTENT_TYPE) {
        Value::String(value) => json!(value.split(';').next().unwrap().trim()),
        other => other,
    }
}

fn json_body(sent: &Recorded) -> Value {
    let mut body: Value = serde_json::from_slice(&sent.body).unwrap_or_default();
    if let Value::Object(fields) = &mut body
        && fields.contains_key("query")
    {
        fields.entry("variables").or_insert(Value::Null);
    }
    body
}

/// The names of the fields, as the recording has them: `file (file)`.
fn multipart(sent: &Recorded) -> Value {
    let body = String::from_utf8_lossy(&sent.body);
    let fields = body.split("form-data; name=\"").skip(1).map(|part| {
        let (name, rest) = part.split_once('"').unwrap();
        json!(if rest.starts_with("; filename=") { format!("{name} (file)") } else { name.to_owned() })
    });
    fields.collect()
}
