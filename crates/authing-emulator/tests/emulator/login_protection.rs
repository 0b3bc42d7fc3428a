//! What keeps others out: the captcha after failures, the second factor, and proof of a new address.

use std::time::Duration;

use crate::support::{Client, LOGIN, text};
use serde_json::{Value, json};

const GUARDED: &str = "mutation($email: String, $password: String, $pool: String!, $captcha: String, $mfa: String) {
    login(email: $email, password: $password, registerInClient: $pool, verifyCode: $captcha, MFACode: $mfa) { _id } }";

#[test]
fn third_failed_login_needs_a_captcha_for_five_minutes() {
    let client = Client::start();
    client.register("a@b.com", "pw123456");
    let wrong = || client.refusal(None, LOGIN, client.login_variables("a@b.com", "wrong123")).0;
    assert_eq!([wrong(), wrong(), wrong(), wrong()], [2006, 2006, 2006, 2000]);
    let right = || client.graphql(None, LOGIN, client.login_variables("a@b.com", "pw123456")).1;
    let refused = right()["errors"][0]["message"].clone();
    assert_eq!(refused["code"], 2000);
    let (_, picture) = client.get(text(&refused["data"]["url"]).strip_prefix(client.emulator.url()).expect("its own"));
    let (_, captcha) = client.get("/_emulator/captcha");
    assert!(text(&picture).contains(&text(&captcha["code"])));
    let with = |captcha: &Value| {
        let mut variables = client.login_variables("a@b.com", "wrong123");
        variables["captcha"] = captcha.clone();
        variables
    };
    assert_eq!(client.refusal(None, GUARDED, with(&captcha["code"])).0, 2006, "the captcha was right");
    assert_eq!(client.refusal(None, GUARDED, with(&captcha["code"])).0, 2001, "and worked once");
    client.emulator.advance(Duration::from_mins(5));
    assert_eq!(right()["errors"], Value::Null);
    assert_eq!(client.get("/_emulator/captcha").1["required"], false);
}

#[test]
fn enabled_second_factor_is_required() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let query = "query($id: String) { queryMFA(userId: $id) { enable shareKey } }";
    let change = "mutation($id: String, $on: Boolean!, $new: Boolean) {
        changeMFA(userId: $id, enable: $on, refreshKey: $new) { enable shareKey } }";
    let whose = json!({ "id": id });
    let (_, before) = client.graphql(Some(&token), query, whose.clone());
    assert_eq!(before, json!({ "data": { "queryMFA": null } }));
    let on = client.data(Some(&token), change, json!({ "id": id, "on": true }));
    assert_eq!(client.data(Some(&token), query, whose.clone()), on);
    assert_eq!(client.refusal(None, query, whose).0, 2020);
    let asked = client.refusal(None, LOGIN, client.login_variables("a@b.com", "pw123456"));
    assert_eq!(asked, (2001, "请输入 MFA 验证码".into()));
    let off = client.data(Some(&token), change, json!({ "id": id, "on": false }));
    assert_eq!((&off["enable"], &off["shareKey"]), (&json!(false), &on["shareKey"]));
    client.login("a@b.com", "pw123456");
    let renewed = client.data(Some(&token), change, json!({ "id": id, "on": true, "new": true }));
    assert_ne!(renewed["shareKey"], on["shareKey"]);
}

#[test]
fn new_email_needs_its_code_and_no_other_user() {
    let client = Client::start();
    let (_, token) = client.new_user();
    client.register("other@b.com", "pw123456");
    let send = "mutation($email: String!, $pool: String!) { sendChangeEmailVerifyCode(email: $email, userPoolId: $pool) { code } }";
    let code_for = |email: &str| {
        client.data(None, send, json!({ "email": email, "pool": client.pool() }));
        client.emulator.inbox()[0].code.clone()
    };
    let update = "mutation($pool: String!, $email: String!, $code: String!, $old: String, $oldCode: String) {
        updateEmail(userPoolId: $pool, email: $email, emailCode: $code, oldEmail: $old, oldEmailCode: $oldCode) { email emailVerified } }";
    let to = |email: &str, code: &str| json!({ "pool": client.pool(), "email": email, "code": code });
    let refused = |variables: Value| client.refusal(Some(&token), update, variables).0;
    assert_eq!(refused(to("other@b.com", &code_for("other@b.com"))), 2200);
    assert_eq!(refused(to("A@b.com", &code_for("A@b.com"))), 2208);
    assert_eq!(refused(to("nonsense", "1")), 2204);
    let code = code_for("new@b.com");
    let mut with_old = to("new@b.com", &code);
    with_old["old"] = json!("somebody@else.com");
    assert_eq!(refused(with_old.clone()), 2202);
    with_old["old"] = json!("a@b.com");
    assert_eq!(refused(with_old.clone()), 2001, "the old address has a code, too");
    with_old["oldCode"] = json!(code_for("a@b.com"));
    let updated = client.data(Some(&token), update, with_old);
    assert_eq!(updated, json!({ "email": "new@b.com", "emailVerified": true }));
    assert!(client.login("new@b.com", "pw123456")["_id"].is_string());
}
