//! Tokens: what they say, when they stop.

use std::time::Duration;

use crate::support::{Client, text};
use serde_json::{Value, json};

const STATUS: &str = "query checkLoginStatus($token: String) {
    checkLoginStatus(token: $token) { status code message token { data { email id clientId unionid } iat exp } } }";
const LOGOUT: &str = "mutation UpdateUser($id: String!, $at: String) {
    updateUser(options: { _id: $id, tokenExpiredAt: $at }) { _id tokenExpiredAt } }";

#[test]
fn valid_token_is_decoded() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let status = client.data(None, STATUS, json!({ "token": token }));
    assert_eq!((&status["status"], &status["code"], &status["message"]), (&json!(true), &json!(200), &json!("已登录")));
    let data = json!({ "email": "a@b.com", "id": id, "clientId": client.pool(), "unionid": null });
    assert_eq!(status["token"]["data"], data);
    let (iat, exp) = (status["token"]["iat"].as_i64(), status["token"]["exp"].as_i64());
    assert_eq!(exp.expect("exp") - iat.expect("iat"), 1_296_000);

    let online = client.get(&format!("/authing/token?access_token={token}")).1;
    assert_eq!((&online["status"], &online["token"]["data"]["id"]), (&json!(true), &json!(id)));
    assert_eq!(client.data(Some(&token), STATUS, json!({}))["code"], 200);
    assert_eq!(client.data(None, STATUS, json!({}))["code"], 2020);

    let decode =
        "query($token: String) { decodeJwtToken(token: $token) { data { id } status { code message } iat exp } }";
    let decoded = client.data(None, decode, json!({ "token": token }));
    assert_eq!(decoded["status"], json!({ "code": 200, "message": "token 解析正常" }));
    assert!(decoded["iat"].is_string() && decoded["exp"].is_number(), "{decoded}");
    assert_eq!(client.data(None, decode, json!({ "token": "a.b.c" }))["status"]["code"], 2207);
}

#[test]
fn a_logout_revokes_and_the_next_login_works() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let answer = client.data(Some(&token), LOGOUT, json!({ "id": id, "at": "0" }));
    assert_eq!(answer["tokenExpiredAt"], "2000-01-01T00:00:00+08:00");
    assert_eq!(client.data(None, STATUS, json!({ "token": token }))["code"], 2206);
    assert_eq!(client.refusal(Some(&token), LOGOUT, json!({ "id": id, "at": "0" })).0, 2206);
    // In the same second as the logout.
    let next = client.login("a@b.com", "pw123456");
    assert_eq!(client.data(None, STATUS, json!({ "token": next["token"] }))["code"], 200);
    assert_eq!(client.data(None, STATUS, json!({ "token": token }))["code"], 2206);
}

#[test]
fn a_token_ends_after_fifteen_days() {
    let client = Client::start();
    let (_, token) = client.new_user();
    client.emulator.advance(Duration::from_mins(15 * 24 * 60 - 1));
    assert_eq!(client.data(None, STATUS, json!({ "token": token }))["code"], 200);
    client.emulator.advance(Duration::from_secs(61));
    assert_eq!(client.data(None, STATUS, json!({ "token": token }))["code"], 2206);
}

#[test]
fn get_access_token_by_app_secret_returns_the_owner_token() {
    let client = Client::start();
    let ask = |secret: &str| {
        let query = format!("{{ getAccessTokenByAppSecret(secret: \"{secret}\", clientId: \"{}\") }}", client.pool());
        client.graphql(None, &query, Value::Null).1
    };
    let token = text(&ask(client.emulator.secret())["data"]["getAccessTokenByAppSecret"]);
    let users = "query($pool: String) { users(registerInClient: $pool) { totalCount } }";
    assert_eq!(client.data(Some(&token), users, json!({ "pool": client.pool() }))["totalCount"], 0);
    assert_eq!(ask("wrong")["errors"][0]["message"]["code"], 1001);
}

#[test]
fn only_the_secret_makes_an_owner() {
    let client = Client::start();
    let (id, _) = client.new_user();
    let owner = client.owner_token();
    let user = "query($id: String!, $pool: String!) { user(id: $id, registerInClient: $pool) { email } }";
    let variables = json!({ "id": id, "pool": client.pool() });
    assert_eq!(client.data(Some(&owner), user, variables.clone())["email"], "a@b.com");
    let init =
        format!("{{ getClientWhenSdkInit(secret: \"wrong\", clientId: \"{}\") {{ accessToken }} }}", client.pool());
    assert_eq!(client.refusal(None, &init, Value::Null).0, 1001);
    assert_eq!(client.data(None, STATUS, json!({ "token": owner }))["code"], 2207, "the owner is no user");
    client.emulator.advance(Duration::from_hours(25));
    assert_eq!(client.refusal(Some(&owner), user, variables).0, 2206);
}
