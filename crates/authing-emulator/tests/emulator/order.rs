//! The order of members in JSON: that of the recordings and of the service's documentation.

use authing_emulator::defaults;
use serde_json::{Value, json};

use crate::provider::{Provider, SHOP, part};
use crate::support::{Client, text};

/// The names of an object's members, in their order.
fn names(object: &Value) -> Vec<&str> {
    object.as_object().expect("an object").keys().map(String::as_str).collect()
}

/// The header and the claims of a token.
fn parts(token: &Value) -> [Value; 2] {
    [part(token, 0), part(token, 1)]
}

#[test]
fn tokens_of_users_and_owners_have_the_recorded_order() {
    let client = Client::start();
    let (_, token) = client.new_user();
    for token in [token, client.owner_token()] {
        let [header, claims] = parts(&json!(token));
        assert_eq!((names(&header), names(&claims)), (vec!["alg", "typ"], vec!["data", "iat", "exp"]));
        assert_eq!(names(&claims["data"])[..3], ["email", "id", "clientId"]);
    }
}

#[test]
fn applications_tokens_have_the_documented_order() {
    let provider = Provider::start();
    let tokens = provider.tokens(&[("scope", "openid email"), ("nonce", "N")]);
    let [header, claims] = parts(&tokens["access_token"]);
    assert_eq!(names(&header), ["alg", "typ", "kid"]);
    let access = ["jti", "sub", "iat", "exp", "scope", "iss", "aud"];
    assert_eq!(names(&claims), access);
    let [_, claims] = parts(&tokens["id_token"]);
    let id = ["sub", "aud", "iat", "exp", "iss", "nonce", "at_hash", "sid", "auth_time", "email", "email_verified"];
    assert_eq!(names(&claims), id);

    let token = text(&tokens["access_token"]);
    let validated = provider.client.get(&format!("/api/v2/oidc/validate_token?access_token={token}")).1;
    assert_eq!(names(&validated), access);
    let introspected = provider.post("/oidc/token/introspection", &format!("{SHOP}&token={token}")).1;
    let documented = ["active", "sub", "client_id", "exp", "iat", "iss", "jti", "scope", "token_type", "aud"];
    assert_eq!(names(&introspected), documented);
    let keys = provider.client.get("/oidc/.well-known/jwks.json").1;
    assert_eq!(names(&keys["keys"][0]), ["kty", "alg", "use", "kid", "n", "e"]);
}

#[test]
fn graphql_response_has_the_order_of_the_selection() {
    let client = Client::start();
    let (_, token) = client.new_user();
    let status = format!("{{ b: checkLoginStatus(token: \"{token}\") {{ status code message }} a: qiNiuUploadToken }}");
    let answer = client.post_text("/graphql", &json!({ "query": status }));
    assert!(answer.starts_with(r#"{"data":{"b":{"status":true,"code":200,"message":"已登录"},"a":"#), "{answer}");

    let unknown = json!({ "query": "{ org(_id: \"5e05bbf2d51b3761d5c71070\") { _id } }" });
    let answer = client.post_text("/graphql", &unknown);
    assert!(answer.starts_with(r#"{"errors":[{"message":{"code":2020,"message":"尚未登录"#), "{answer}");
    assert!(answer.ends_with(r#","data":null}"#), "{answer}");
}

#[test]
fn envelopes_have_the_recorded_order() {
    let client = Client::start();
    let sms = client.get_text(&format!("/send_smscode/13800138000/{}", client.pool()));
    assert_eq!(sms, r#"{"code":200,"message":"发送成功","data":null}"#);
    let key = json!({ "accessKeyId": client.pool(), "accessKeySecret": client.emulator.secret() });
    let answer = client.post("/api/v3/get-management-token", None, &key).1;
    assert_eq!(names(&answer), ["statusCode", "message", "requestId", "data"]);
    let wrong = json!({
        "connection": "PASSWORD",
        "passwordPayload": { "account": "unknown", "password": "x" },
        "client_id": defaults::APP_ID,
        "client_secret": defaults::APP_SECRET,
    });
    let answer = client.post("/api/v3/signin", None, &wrong).1;
    assert_eq!(names(&answer), ["statusCode", "message", "apiCode", "requestId"]);
}
