//! A service whose tokens say whose they are, and the rule that requests are held to.

use authing_tests::recorder::Recorded;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use http::header::AUTHORIZATION;
use serde_json::{Value, json};

/// The pool's owner, as a client's name and in the owner's tokens.
pub(super) const OWNER: &str = "owner";

/// How long a token is good.
#[derive(Clone, Copy)]
pub(super) enum Lifetime {
    /// Its `exp` has passed.
    Expired,
    /// Its `exp` is far.
    Long,
    /// It has no `exp`.
    Unknown,
}

/// A token that says whose it is.
pub(super) fn token(of: &str, lifetime: Lifetime) -> String {
    let exp = match lifetime {
        Lifetime::Expired => json!(1_000_000_000),
        Lifetime::Long => json!(4_102_444_800_u64),
        Lifetime::Unknown => Value::Null,
    };
    let payload = json!({ "data": { "id": of }, "exp": exp }).to_string();
    let part = |bytes: &str| Base64UrlUnpadded::encode_string(bytes.as_bytes());
    format!("{}.{}.c2lnbmF0dXJl", part(r#"{"alg":"HS256","typ":"JWT"}"#), part(&payload))
}

/// Whose token a request carries.
pub(super) fn carried(request: &Recorded) -> Option<String> {
    let header = request.parts.headers.get(AUTHORIZATION)?.to_str().expect("a header of text");
    let token = header.strip_prefix("Bearer ").expect("a scheme");
    let payload = Base64UrlUnpadded::decode_vec(token.split('.').nth(1).expect("a payload")).expect("base64url");
    let payload: Value = serde_json::from_slice(&payload).expect("JSON");
    Some(payload["data"]["id"].as_str().expect("an id").to_owned())
}

/// A request, as far as the service and the rule look at it.
enum Request {
    /// A login of the user with this id.
    Login(String),
    /// The owner's token is fetched.
    OwnerToken,
    /// The pool's settings, which are public.
    Settings,
    /// The metadata of a user: the clients here ask with their own name in the place of the user's id.
    Metadata(String),
    /// A user is read, or logged out, by the id in the token.
    Oneself(&'static str, String),
    /// All users are listed.
    Users,
}

impl Request {
    fn parse(request: &Recorded) -> Self {
        let body: Value = serde_json::from_slice(&request.body).expect("JSON");
        let (query, variables) = (body["query"].as_str().expect("a document"), &body["variables"]);
        let text = |name: &str| variables[name].as_str().unwrap_or_default().to_owned();
        let has = |field: &str| query.contains(&format!("{field}("));
        match () {
            () if has("getClientWhenSdkInit") => Self::OwnerToken,
            () if has("getUserPoolSettings") => Self::Settings,
            () if has("userMetadata") => Self::Metadata(text("_id")),
            () if has("updateUser") => Self::Oneself("updateUser", text("_id")),
            () if has("users") => Self::Users,
            () if has("login") => Self::Login(text("unionid")),
            () if has("user") => Self::Oneself("user", text("id")),
            () => panic!("an unknown document: {query}"),
        }
    }
}

/// The service's response. `number` counts requests, and chooses how long tokens are good and which calls are refused.
pub(super) fn respond(request: &Recorded, number: usize) -> String {
    let lifetime = [Lifetime::Long, Lifetime::Expired, Lifetime::Unknown][number % 3];
    let data = match Request::parse(request) {
        Request::Login(id) => json!({ "login": { "_id": id, "token": token(&id, lifetime) } }),
        Request::OwnerToken => json!({ "getClientWhenSdkInit": { "accessToken": token(OWNER, lifetime) } }),
        Request::Settings => json!({ "getUserPoolSettings": { "_id": "pool-1" } }),
        Request::Metadata(_) => json!({ "userMetadata": { "totalCount": 0, "list": [] } }),
        Request::Oneself(field, id) => json!({ field: { "_id": id } }),
        // Now and then the owner's token is refused, and fetched again.
        Request::Users if number.is_multiple_of(4) => {
            return json!({ "data": null, "errors": [{ "message": { "code": 2207, "message": "x" } }] }).to_string();
        }
        Request::Users => json!({ "users": { "totalCount": 0, "list": [] } }),
    };
    json!({ "data": data }).to_string()
}

/// What is wrong with the token that a request carries.
pub(super) fn offence(request: &Recorded) -> Option<String> {
    let carried = carried(request);
    let whose = carried.as_deref();
    let client = whose.map(|id| id.split('/').next().unwrap_or_default());
    let (is_right, what) = match Request::parse(request) {
        Request::Login(id) => (whose.is_none(), format!("the login of {id}")),
        Request::OwnerToken => (whose.is_none(), "the fetch of the owner's token".to_owned()),
        Request::Settings => (whose.is_none(), "a public call".to_owned()),
        Request::Metadata(name) => (client.is_none_or(|client| client == name), format!("a call of {name}")),
        Request::Oneself(field, id) => (whose == Some(&id), format!("`{field}` of {id}")),
        Request::Users => (whose == Some(OWNER), "the owner's call".to_owned()),
    };
    (!is_right).then(|| format!("{what} carried the token of {whose:?}"))
}
