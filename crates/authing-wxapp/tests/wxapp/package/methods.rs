//! Each method begins with its own request, or with what it needs of the phone, and ends.

use serde_json::{Value, json};

use crate::package::script::{Js, names};

const USERS: &str = "https://users.authing.cn/graphql";
const OAUTH: &str = "https://oauth.authing.cn/graphql";

/// The methods that are one request: where it goes, and its variables; a password's ciphertext is `*`.
fn requests() -> Vec<(&'static str, Value, &'static str, Value)> {
    let credentials = json!({ "email": "a@b.com", "password": "pw123456" });
    let pool = |value: Value, name: &str| {
        let mut value = value;
        value[name] = json!("pool-1");
        value
    };
    let encrypted = json!({ "email": "a@b.com", "password": "*" });
    vec![
        ("login", credentials.clone(), USERS, pool(encrypted.clone(), "registerInClient")),
        ("register", credentials, USERS, pool(encrypted, "registerInClient")),
        ("logout", json!("u1"), USERS, pool(json!({ "_id": "u1", "tokenExpiredAt": "0" }), "registerInClient")),
        ("user", json!({ "id": "u1" }), USERS, pool(json!({ "id": "u1" }), "registerInClient")),
        (
            "update",
            json!({ "_id": "u1", "nickname": "n" }),
            USERS,
            pool(json!({ "_id": "u1", "nickname": "n" }), "registerInClient"),
        ),
        ("sendResetPasswordEmail", json!({ "email": "a@b.com" }), USERS, pool(json!({ "email": "a@b.com" }), "client")),
        (
            "verifyResetPasswordVerifyCode",
            json!({ "email": "a@b.com", "verifyCode": "1" }),
            USERS,
            pool(json!({ "email": "a@b.com", "verifyCode": "1" }), "client"),
        ),
        (
            "changePassword",
            json!({ "email": "a@b.com", "password": "new12345", "verifyCode": "1", "client": "x" }),
            USERS,
            pool(json!({ "email": "a@b.com", "password": "*", "verifyCode": "1" }), "client"),
        ),
        ("sendVerifyEmail", json!({ "email": "a@b.com" }), USERS, pool(json!({ "email": "a@b.com" }), "client")),
        (
            "loginByPhoneCode",
            json!({ "phone": "17670416754", "phoneCode": "1234" }),
            USERS,
            pool(json!({ "phone": "17670416754", "phoneCode": 1234 }), "registerInClient"),
        ),
        (
            "loginByLDAP",
            json!({ "username": "bob", "password": "pw123456" }),
            OAUTH,
            pool(json!({ "username": "bob", "password": "pw123456" }), "clientId"),
        ),
        ("unbindEmail", json!({ "user": "u1" }), USERS, pool(json!({ "user": "u1" }), "client")),
        (
            "getAuthedAppList",
            json!({ "userId": "u1", "page": 2, "count": 5 }),
            OAUTH,
            pool(json!({ "userId": "u1", "page": 2, "count": 5 }), "clientId"),
        ),
        (
            "revokeAuthedApp",
            json!({ "userId": "u1", "appId": "app1" }),
            OAUTH,
            pool(json!({ "userId": "u1", "appId": "app1" }), "userPoolId"),
        ),
        ("metadata", json!("u1"), USERS, json!({ "_id": "u1" })),
        (
            "setMetadata",
            json!({ "_id": "u1", "key": "K", "value": "V" }),
            USERS,
            json!({ "input": { "_id": "u1", "key": "K", "value": "V" } }),
        ),
        ("removeMetadata", json!({ "_id": "u1", "key": "K" }), USERS, json!({ "input": { "_id": "u1", "key": "K" } })),
    ]
}

/// Encrypted passwords differ each time.
fn starred(mut variables: Value, url: &str) -> Value {
    if url == USERS && variables["password"].is_string() {
        assert_eq!(variables["password"].as_str().unwrap().len(), 172, "base64 of 1024 bits");
        variables["password"] = json!("*");
    }
    variables
}

#[test]
fn single_request_method_returns_its_response() {
    for (method, argument, url, variables) in requests() {
        let steps = Js::new().run(method, &argument);
        assert_eq!(names(&steps), ["request", "done"], "{method}: {:?}", steps[0].with);
        assert_eq!(
            (steps[0].with["url"].as_str(), steps[0].with["method"].as_str()),
            (Some(url), Some("POST")),
            "{method}"
        );
        assert_eq!(starred(steps[0].body()["variables"].clone(), url), variables, "{method}");
        assert_eq!(steps[1].with["_id"], "u1", "{method}");
    }
}

/// A response that says nothing, or an error, is a failure of every method: as for typed calls.
#[test]
fn no_method_takes_an_error_for_success() {
    let calls = requests().into_iter().map(|(method, argument, ..)| (method, argument));
    let tap = json!({ "detail": { "errMsg": "getPhoneNumber:ok", "encryptedData": "ED", "iv": "IV" }, "code": "mine" });
    let data = json!({ "encryptedData": "ED", "iv": "IV", "code": "mine" });
    let others = ["loginWithWxapp", "getPhone", "bindPhone"].map(|method| (method, tap.clone()));
    let rest = [("decrypt", data), ("getVerificationCode", json!("17670416754")), ("checkLoginStatus", Value::Null)];
    for (method, argument) in calls.chain(others).chain(rest) {
        for body in ["{}", "null", "[]", "\"\"", "\"not a user\"", r#"{"data":null}"#, r#"{"code":2207,"message":"x"}"#]
        {
            for status in [200, 403] {
                let steps = Js::logged_in().call(method, &argument).walk(|step| match step.name.as_str() {
                    "request" => crate::package::script::answered(status, body),
                    _ => crate::package::script::agreeing(step),
                });
                assert_eq!(names(&steps).last(), Some(&"fail"), "{method} HTTP {status} {body}");
            }
        }
    }
}

#[test]
fn a_code_by_sms_is_asked_for_by_its_path() {
    let steps = Js::new().run("getVerificationCode", &json!("17670416754"));
    assert_eq!(names(&steps), ["request", "done"]);
    assert_eq!(steps[0].with["url"], "https://users.authing.cn/send_smscode/17670416754/pool-1");
    assert_eq!((&steps[0].with["method"], &steps[0].with["data"]), (&json!("GET"), &Value::Null));
}

#[test]
fn the_login_status_is_asked_for_only_with_a_token() {
    let logged_out = Js::new().call_text("checkLoginStatus", "").walk(crate::package::script::agreeing);
    assert_eq!(names(&logged_out), ["done"]);
    assert_eq!(logged_out[0].with, json!({ "code": 2020, "status": false, "message": "未登录" }));
    for (js, argument) in
        [(Js::logged_in(), Value::Null), (Js::new(), json!("T")), (Js::new(), json!({ "token": "T" }))]
    {
        assert_eq!(names(&js.run("checkLoginStatus", &argument)), ["request", "done"], "{argument}");
    }
}

#[test]
fn the_avatar_takes_four_steps() {
    for argument in [json!("u1"), json!({ "_id": "u1" })] {
        let steps = Js::logged_in().run("changeAvatar", &argument);
        assert_eq!(names(&steps), ["chooseImage", "request", "uploadFile", "request", "done"]);
        assert_eq!(steps[0].with, json!({ "count": 1 }));
        let form = json!({ "token": "an upload token", "key": "avatar/wechatapp/a.png" });
        let upload = json!({
            "url": "https://up.qiniup.com/", "filePath": "http://tmp/a.png", "name": "file", "formData": form,
            "timeout": 10_000
        });
        assert_eq!(steps[2].with, upload);
        let photo = "https://usercontents.authing.cn/avatar/k.png";
        assert_eq!(steps[3].body()["variables"]["photo"], photo);
    }
}

#[test]
fn user_token_is_sent_after_a_login() {
    let js = Js::new();
    assert_eq!(js.run("user", &json!({ "id": "u1" }))[0].with["header"].get("authorization"), None);
    js.run("login", &json!({ "email": "a@b.com", "password": "pw123456" }));
    assert_eq!(js.run("user", &json!({ "id": "u1" }))[0].with["header"]["authorization"], "Bearer TOKEN");
    js.run("logout", &json!("u1"));
    assert_eq!(js.run("user", &json!({ "id": "u1" }))[0].with["header"].get("authorization"), None);
}

#[test]
fn an_unknown_method_is_refused() {
    for method in ["", "Login", "nothing", "login\n"] {
        let steps = Js::new().run(method, &json!({}));
        assert_eq!(
            steps[0].with,
            json!({ "message": "is not one of the package's", "code": "ARGUMENT", "argument": "method" })
        );
    }
}

#[test]
fn without_randomness_a_password_is_not_sent() {
    let js = Js::with(&json!({ "userPoolId": "pool-1" })).unwrap();
    let credentials = json!({ "email": "a@b.com", "password": "pw123456" });
    assert_eq!(js.run("login", &credentials)[0].code(), "NO_RANDOMNESS");
    js.seed();
    assert_eq!(names(&js.run("login", &credentials)), ["request", "done"]);
}
