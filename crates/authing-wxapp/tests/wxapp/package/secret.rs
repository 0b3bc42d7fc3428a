//! A secret changes nothing for the visitor, who never becomes the owner; and the secret is shown nowhere.

use authing_core::MemoryStore;
use authing_wxapp::package::PackageClient;
use serde_json::{Value, json};

use crate::package::script::{Js, agreeing, answered, names};

const SECRET: &str = "a-very-secret-word";

fn js() -> Js {
    Js::with(&json!({ "userPoolId": "pool-1", "secret": SECRET })).unwrap()
}

/// The `authorization` of a method that is one request.
fn authorization(js: &Js, method: &str, argument: &Value) -> Value {
    let steps = js.run(method, argument);
    assert_eq!(names(&steps), ["request", "done"], "{method}: {steps:?}");
    steps[0].with["header"].get("authorization").cloned().unwrap_or_default()
}

fn tap() -> Value {
    json!({ "detail": { "errMsg": "getUserInfo:ok", "encryptedData": "ED", "iv": "IV" }, "code": "mine" })
}

/// What a user may do to an account, by method and argument.
fn users_calls() -> [(&'static str, Value); 5] {
    [
        ("user", json!({ "id": "u1" })),
        ("update", json!({ "_id": "u1", "nickname": "n" })),
        ("metadata", json!("u1")),
        ("setMetadata", json!({ "_id": "u1", "key": "K", "value": "V" })),
        ("unbindEmail", json!("u1")),
    ]
}

#[test]
fn a_visitor_without_a_login_is_not_the_owner() {
    let js = js();
    for (method, argument) in users_calls() {
        assert_eq!(authorization(&js, method, &argument), json!(null), "{method}");
    }
}

#[test]
fn user_token_replaces_the_owner_token_after_a_login() {
    let js = js();
    assert_eq!(authorization(&js, "loginWithWxapp", &tap()), json!(null));
    for (method, argument) in users_calls() {
        assert_eq!(authorization(&js, method, &argument), "Bearer TOKEN", "{method}");
    }
}

#[test]
fn logged_out_user_is_not_the_owner() {
    for argument in [json!("u1"), json!({ "_id": "u1" })] {
        let js = js();
        js.run("loginWithWxapp", &tap());
        assert_eq!(authorization(&js, "logout", &argument), "Bearer TOKEN");
        for (method, argument) in users_calls() {
            assert_eq!(authorization(&js, method, &argument), json!(null), "{method}");
        }
    }
}

#[test]
fn a_login_carries_no_token() {
    let js = js();
    js.seed();
    js.run("loginWithWxapp", &tap());
    let credentials = json!({ "email": "a@b.com", "password": "pw123456" });
    for (method, argument) in [
        ("login", credentials.clone()),
        ("register", credentials),
        ("loginByPhoneCode", json!({ "phone": "17670416754", "phoneCode": "1234" })),
        ("loginByLDAP", json!({ "username": "bob", "password": "pw123456" })),
        ("loginWithWxapp", tap()),
        ("getVerificationCode", json!("17670416754")),
        ("sendResetPasswordEmail", json!({ "email": "a@b.com" })),
    ] {
        assert_eq!(authorization(&js, method, &argument), json!(null), "{method}");
        assert_eq!(authorization(&js, "metadata", &json!("u1")), "Bearer TOKEN", "after {method}");
    }
}

#[test]
fn wechats_endpoints_are_not_the_owners() {
    let js = js();
    let encrypted = json!({ "encryptedData": "ED", "iv": "IV", "code": "mine" });
    let steps = js.run("decrypt", &encrypted);
    assert_eq!(names(&steps), ["request", "done"]);
    assert_eq!(steps[0].with["header"]["authorization"], "");
    let tap = json!({ "detail": { "errMsg": "getPhoneNumber:ok", "encryptedData": "ED", "iv": "IV" }, "code": "mine" });
    assert_eq!(js.run("bindPhone", &tap)[0].code(), "NOT_LOGGED_IN");
}

#[test]
fn no_secret_is_nothing() {
    for none in [json!(null), json!("")] {
        let js = Js::with(&json!({ "userPoolId": "pool-1", "secret": none })).unwrap();
        assert_eq!(names(&js.run("user", &json!({ "id": "u1" }))), ["request", "done"]);
    }
}

#[test]
fn pool_secret_is_in_no_step_or_error() {
    let refusal = json!({ "errors": [{ "message": { "code": 1001, "message": format!("{SECRET} is wrong") } }] });
    for outcome in [
        answered(200, refusal.to_string()),
        answered(500, SECRET),
        answered(200, json!({ "data": SECRET }).to_string()),
    ] {
        let js = js();
        let mut outcome = Some(outcome);
        let steps =
            js.call("user", &json!({ "id": "u1" })).walk(|step| outcome.take().unwrap_or_else(|| agreeing(step)));
        let failure = &steps[steps.len() - 1];
        assert!(
            !failure.code().to_string().contains(SECRET) && !failure.with.to_string().contains(SECRET),
            "{failure:?}"
        );
    }
    let options = json!({ "userPoolId": "pool-1", "secret": SECRET }).to_string();
    let client = PackageClient::new(&options, MemoryStore::default()).unwrap();
    assert!(!format!("{client:?} {:?}", client.begin("user", "\"u1\"")).contains(SECRET));
    let wrong = json!({ "userPoolId": "pool-1", "secret": SECRET, "host": "nonsense" }).to_string();
    let error = PackageClient::new(&wrong, MemoryStore::default()).unwrap_err();
    assert!(!format!("{error} {error:?}").contains(SECRET));
}
