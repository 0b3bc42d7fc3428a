//! With a secret, the owner signs what nobody is logged in for; and the secret is shown nowhere.

use authing_core::MemoryStore;
use authing_wxapp::package::Client;
use serde_json::json;

use crate::package::script::{Js, agreeing, answered, names};

const SECRET: &str = "a-very-secret-word";

fn js() -> Js {
    Js::with(&json!({ "userPoolId": "pool-1", "secret": SECRET })).unwrap()
}

#[test]
fn the_owner_signs_what_nobody_is_logged_in_for() {
    let js = js();
    let steps = js.run("user", &json!({ "id": "u1" }));
    assert_eq!(names(&steps), ["request", "request", "done"]);
    assert_eq!(steps[0].body()["variables"], json!({ "secret": SECRET, "clientId": "pool-1" }));
    assert_eq!(steps[0].with["header"].get("authorization"), None);
    assert_eq!(steps[1].with["header"]["authorization"], "Bearer OWNER_TOKEN");
    assert_eq!(names(&js.run("metadata", &json!("u1"))), ["request", "done"], "the token is kept");
}

#[test]
fn a_user_who_logs_in_signs_from_then_on() {
    let js = js();
    let tap = json!({ "detail": { "errMsg": "getUserInfo:ok", "encryptedData": "ED", "iv": "IV" }, "code": "mine" });
    js.run("loginWithWxapp", &tap);
    let steps = js.run("user", &json!({ "id": "u1" }));
    assert_eq!(names(&steps), ["request", "done"]);
    assert_eq!(steps[0].with["header"]["authorization"], "Bearer TOKEN");
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
    let client = Client::new(&options, MemoryStore::default()).unwrap();
    assert!(!format!("{client:?} {:?}", client.begin("user", "\"u1\"")).contains(SECRET));
    let wrong = json!({ "userPoolId": "pool-1", "secret": SECRET, "host": "nonsense" }).to_string();
    let error = Client::new(&wrong, MemoryStore::default()).unwrap_err();
    assert!(!format!("{error} {error:?}").contains(SECRET));
}
