//! A visitor's session: an expired login is an error of its own, and a logout needs no id.

use authing_core::{MemoryStore, Token, TokenStore};
use serde_json::{Value, json};

use crate::package::script::{Js, agreeing, answered, names};

/// An unsigned token of `u1` whose `exp` is 2020-09-13T12:27:00Z, 20 s after the scripts' clock begins:
/// `{"data":{"id":"u1","clientId":"pool-1"},"exp":1600000020}`.
const EXPIRING: &str =
    "eyJhbGciOiJIUzI1NiJ9.eyJkYXRhIjp7ImlkIjoidTEiLCJjbGllbnRJZCI6InBvb2wtMSJ9LCJleHAiOjE2MDAwMDAwMjB9.c2ln";

/// A client whose user has logged in, with a secret or without.
fn restored(options: &Value) -> Js {
    let store = MemoryStore::default();
    store.save(&Token::from(EXPIRING)).unwrap();
    let js = Js::with_store(options, store).unwrap();
    js.seed();
    js
}

fn both() -> [Value; 2] {
    [json!({ "userPoolId": "pool-1" }), json!({ "userPoolId": "pool-1", "secret": "a-very-secret-word" })]
}

#[test]
fn expired_login_fails_every_call_that_carries_the_token() {
    for options in both() {
        let js = restored(&options);
        assert_eq!(names(&js.run("user", &json!({ "id": "u1" }))), ["request", "done"]);
        js.pass(20_000);
        let encrypted = json!({ "encryptedData": "ED", "iv": "IV", "code": "mine" });
        let tap = json!({ "detail": { "errMsg": "x:ok", "encryptedData": "ED", "iv": "IV" }, "code": "mine" });
        for (method, argument) in [
            ("user", json!({ "id": "u1" })),
            ("update", json!({ "_id": "u1", "nickname": "n" })),
            ("metadata", json!("u1")),
            ("decrypt", encrypted),
            ("getPhone", tap.clone()),
            ("bindPhone", tap),
        ] {
            assert_eq!(js.run(method, &argument)[0].code(), "EXPIRED", "{method}");
        }
    }
}

#[test]
fn an_expired_login_does_not_stand_in_the_way_of_the_next() {
    let js = restored(&both()[1]);
    js.pass(20_000);
    let steps = js.run("login", &json!({ "email": "a@b.com", "password": "pw123456" }));
    assert_eq!(names(&steps), ["request", "done"]);
    assert_eq!(steps[0].with["header"].get("authorization"), None);
    assert_eq!(js.run("metadata", &json!("u1"))[0].with["header"]["authorization"], "Bearer TOKEN");
}

#[test]
fn logout_without_an_id_is_of_the_logged_in_user() {
    for argument in ["", "null", "{}", "\"\""] {
        let js = restored(&both()[0]);
        let steps = js.call_text("logout", argument).walk(agreeing);
        assert_eq!(names(&steps), ["request", "done"], "{argument}");
        assert_eq!(steps[0].body()["variables"]["_id"], "u1", "{argument}");
    }
}

#[test]
fn refused_logout_clears_the_user() {
    let js = restored(&both()[1]);
    let refusal = json!({ "errors": [{ "message": { "code": 2020, "message": "no" } }] }).to_string();
    assert_eq!(js.call("logout", &json!("u1")).walk(|_| answered(200, refusal.clone()))[1].code(), 2020);
    assert_eq!(js.run("user", &json!({ "id": "u1" }))[0].with["header"].get("authorization"), None);
}

#[test]
fn a_token_of_another_pool_is_not_restored() {
    let js = restored(&json!({ "userPoolId": "pool-2" }));
    assert_eq!(js.run("user", &json!({ "id": "u1" }))[0].with["header"].get("authorization"), None);
}
