//! The signature of a management request: HMAC-SHA-1 over the method, some headers, the path and the parameters.

use std::collections::BTreeMap;

use base64ct::{Base64, Encoding as _};
use hmac::{Hmac, Mac as _};
use serde_json::value::RawValue;
use sha1::Sha1;

use super::error::{
    DATE_TOO_FAR, MALFORMED_DATE, NO_DATE, NONCE_USED, V3Error, WRONG_ACCESS_KEY, WRONG_SIGNATURE,
    WRONG_SIGNATURE_METHOD, WRONG_SIGNATURE_VERSION,
};
use crate::clock::Timestamp;
use crate::crypto::hash;
use crate::state::v3::WINDOW;
use crate::world::World;

/// A request, as far as it is signed.
pub(crate) struct SignedRequest<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    /// By name, in lower case; those that begin with `x-authing-`, and `date`.
    pub(crate) headers: BTreeMap<String, String>,
    /// By name, each as it is signed.
    pub(crate) parameters: BTreeMap<String, String>,
}

impl SignedRequest<'_> {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    fn text(&self) -> String {
        let headers = self.headers.iter().map(|(name, value)| format!("{name}:{}\n", value.trim()));
        let parameters: Vec<String> = self.parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let query = if parameters.is_empty() { String::new() } else { format!("?{}", parameters.join("&")) };
        format!("{}\n{}{}{query}", self.method, headers.collect::<String>(), self.path)
    }
}

/// Each check has its own code. A nonce is used up only by a request whose signature is right.
pub(crate) fn check(world: &World, credentials: &str, request: &SignedRequest<'_>) -> Result<(), V3Error> {
    let (id, signature) = credentials.rsplit_once(':').ok_or(WRONG_SIGNATURE)?;
    if id != world.config.user_pool_id {
        return Err(WRONG_ACCESS_KEY);
    }
    if request.header("x-authing-signature-method").is_some_and(|method| method != "HMAC-SHA1") {
        return Err(WRONG_SIGNATURE_METHOD);
    }
    if request.header("x-authing-signature-version").is_some_and(|version| version != "1.0") {
        return Err(WRONG_SIGNATURE_VERSION);
    }
    check_date(world, request.header("date").ok_or(NO_DATE)?)?;
    if !is_signature(signature, &world.config.secret, request) {
        return Err(WRONG_SIGNATURE);
    }
    let nonce = request.header("x-authing-signature-nonce").ok_or(NONCE_USED)?;
    let now = world.now();
    if world.state().v3.nonces.take(nonce, now) { Ok(()) } else { Err(NONCE_USED) }
}

/// The documentation wants Unix milliseconds, and the published client sends an HTTP date: both pass.
fn check_date(world: &World, text: &str) -> Result<(), V3Error> {
    let millis = || text.parse().ok().map(Timestamp::from_millis);
    let date = Timestamp::from_http_date(text).or_else(millis).ok_or(MALFORMED_DATE)?;
    let now = world.now();
    // A date has whole seconds.
    if date.plus(WINDOW) < now || now.plus(WINDOW) < date { Err(DATE_TOO_FAR) } else { Ok(()) }
}

/// The published client signs a lone `?` for a `GET` whose parameters are all undefined, and does not send it.
fn is_signature(signature: &str, secret: &str, request: &SignedRequest<'_>) -> bool {
    let text = request.text();
    let lone = request.parameters.is_empty().then(|| format!("{text}?"));
    let fits = |text: &String| hash::equal_secrets(&sign(secret, text), signature);
    fits(&text) || lone.as_ref().is_some_and(fits)
}

fn sign(secret: &str, text: &str) -> String {
    // HMAC takes a key of any length.
    let Ok(mac) = Hmac::<Sha1>::new_from_slice(secret.as_bytes()) else { return String::new() };
    Base64::encode_string(&mac.chain_update(text).finalize().into_bytes())
}

/// The top-level members of a JSON body: texts as they are, anything else as compact JSON.
pub(crate) fn body_parameters(body: &[u8]) -> BTreeMap<String, String> {
    let members: BTreeMap<String, &RawValue> = serde_json::from_slice(body).unwrap_or_default();
    let signed = |value: &RawValue| match serde_json::from_str::<String>(value.get()) {
        Ok(text) => text,
        Err(_) => compact(value.get()),
    };
    members.into_iter().map(|(name, value)| (name, signed(value))).collect()
}

/// JSON without the blanks between its tokens. Members stay in their order.
fn compact(json: &str) -> String {
    let (mut is_text, mut is_escaped) = (false, false);
    let is_kept = |character: &char| {
        let was_text = is_text;
        match character {
            '"' if !is_escaped => is_text = !is_text,
            _ => {}
        }
        is_escaped = is_text && *character == '\\' && !is_escaped;
        was_text || is_text || !character.is_ascii_whitespace()
    };
    json.chars().filter(is_kept).collect()
}

/// The parameters of a query, decoded. `name[]=…` is an array, signed as JSON.
pub(crate) fn query_parameters(query: &str) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    let mut arrays: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match name.strip_suffix("[]") {
            Some(name) => arrays.entry(name.to_owned()).or_default().push(value.into_owned()),
            None => drop(texts.insert(name.into_owned(), value.into_owned())),
        }
    }
    texts.extend(arrays.into_iter().map(|(name, items)| (name, serde_json::json!(items).to_string())));
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers() -> BTreeMap<String, String> {
        let pairs = [
            ("date", "Fri, 02 Jan 2026 03:04:05 GMT"),
            ("x-authing-lang", "zh-CN"),
            ("x-authing-sdk-version", "authing-node-sdk:4.0.1"),
            ("x-authing-signature-method", "HMAC-SHA1"),
            ("x-authing-signature-nonce", "2579d5ea40fa90aaeaef1af562cbd158"),
            ("x-authing-signature-version", "1.0"),
        ];
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn published_clients_signature_fits() {
        let query = "userId=u1&userIdType=user_id&flatCustomData=true&withCustomData=true&withPost=true\
                     &withIdentities=true&withDepartmentIds=true";
        let parameters = query_parameters(query);
        let request = SignedRequest { method: "GET", path: "/api/v3/get-user", headers: headers(), parameters };
        assert_eq!(sign("AKSECRET", &request.text()), "kIv0/eZyt+MH2EgWGe1urtEm0SI=");
        assert!(is_signature("kIv0/eZyt+MH2EgWGe1urtEm0SI=", "AKSECRET", &request));
        assert!(!is_signature("kIv0/eZyt+MH2EgWGe1urtEm0SI=", "another", &request));
    }

    #[test]
    fn members_are_signed_as_compact_json_in_their_order() {
        let parameters = body_parameters(r#"{"b": {"z": 1, "a": "x y\" z"}, "a": "te xt", "n": null}"#.as_bytes());
        let pairs: Vec<(&str, &str)> = parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(pairs, [("a", "te xt"), ("b", r#"{"z":1,"a":"x y\" z"}"#), ("n", "null")]);
        assert_eq!(query_parameters("userIds%5B%5D=u1&userIds%5B%5D=u2")["userIds"], r#"["u1","u2"]"#);
    }
}
