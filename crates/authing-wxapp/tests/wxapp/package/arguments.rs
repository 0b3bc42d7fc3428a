//! What a JavaScript caller may give: objects, bare values, numbers, too little, and nonsense.

use serde_json::{Value, json};

use crate::package::script::{Js, agreeing, names};

/// The variables of a method's request.
fn variables(method: &str, argument: &Value) -> Value {
    let steps = Js::new().run(method, argument);
    assert_eq!(names(&steps), ["request", "done"], "{method} {argument}: {:?}", steps[0].with);
    steps[0].body()["variables"].clone()
}

#[test]
fn a_bare_value_and_an_object_are_the_same() {
    for (method, name) in [("logout", "_id"), ("user", "id"), ("unbindEmail", "user"), ("metadata", "_id")] {
        assert_eq!(variables(method, &json!("u1")), variables(method, &json!({ name: "u1" })), "{method}");
        assert_eq!(variables(method, &json!(17)), variables(method, &json!({ name: 17 })), "{method}");
    }
}

#[test]
fn login_takes_three_kinds_of_account() {
    let password = "pw123456";
    for (account, names, not) in [
        (json!({ "email": "a@b.com", "username": "bob", "password": password }), ["email", "password"], "username"),
        (json!({ "username": "bob", "unionid": "u", "password": password }), ["username", "password"], "unionid"),
        (json!({ "unionid": "u", "password": password }), ["unionid", "password"], "email"),
    ] {
        let variables = variables("login", &account);
        assert!(names.iter().all(|name| variables[name].is_string()) && variables.get(not).is_none(), "{variables}");
    }
    assert!(variables("login", &json!({ "unionid": "u" })).get("password").is_none());
    let codes = json!({ "email": "a@b.com", "password": password, "verifyCode": "v", "MFACode": 123_456 });
    let variables = variables("login", &codes);
    assert_eq!((&variables["verifyCode"], &variables["MFACode"]), (&json!("v"), &json!("123456")));
}

#[test]
fn registration_takes_four_kinds_of_account() {
    let password = "pw123456";
    for (account, expected) in [
        (json!({ "email": "a@b.com", "username": "bob", "password": password }), ["email", "username"]),
        (json!({ "phone": "17670416754", "phoneCode": "1234", "password": password }), ["phone", "phone"]),
        (json!({ "unionid": "u" }), ["unionid", "unionid"]),
        (json!({ "username": "bob", "unionid": "u", "password": password }), ["username", "username"]),
    ] {
        let variables = variables("register", &account);
        assert!(expected.iter().all(|name| variables[name].is_string()), "{variables}");
    }
    let beside = json!({
        "email": "a@b.com", "password": password, "forceLogin": true, "invitationCode": "i", "registerMethod": "m",
        "nickname": "n", "photo": "p"
    });
    let variables = variables("register", &beside);
    assert_eq!(variables["forceLogin"], true);
    for (name, value) in [("invitationCode", "i"), ("registerMethod", "m"), ("nickname", "n"), ("photo", "p")] {
        assert_eq!(variables[name], value, "{name}");
    }
}

#[test]
fn a_change_of_password_may_have_the_old_one() {
    let both = variables("update", &json!({ "_id": "u1", "password": "new12345", "oldPassword": "pw123456" }));
    assert!(both["password"].is_string() && both["oldPassword"].is_string());
    let first = variables("update", &json!({ "_id": "u1", "password": "new12345" }));
    assert!(first["password"].is_string() && first.get("oldPassword").is_none());
    let none = variables("update", &json!({ "_id": "u1", "username": "bob", "blocked": false, "oldPassword": "x" }));
    assert!(none.get("password").is_none() && none.get("oldPassword").is_none());
    assert_eq!((&none["username"], &none["blocked"]), (&json!("bob"), &json!(false)));
}

#[test]
fn the_code_of_an_sms_goes_by_either_name() {
    let by_name = variables("loginByPhoneCode", &json!({ "phone": "17670416754", "phoneCode": 1234 }));
    assert_eq!(by_name, variables("loginByPhoneCode", &json!({ "phone": "17670416754", "verifyCode": "1234" })));
}

#[test]
fn empty_field_value_is_sent() {
    assert_eq!(variables("setMetadata", &json!({ "_id": "u1", "key": "K", "value": "" }))["input"]["value"], "");
}

#[test]
fn a_page_has_defaults_and_nonsense_is_not_given() {
    let first = variables("getAuthedAppList", &json!({ "userId": "u1" }));
    for odd in [
        json!({ "page": -1, "count": "x" }),
        json!({ "page": null, "count": [] }),
        json!({ "page": 5_000_000_000_u64 }),
    ] {
        let mut argument = odd;
        argument["userId"] = json!("u1");
        assert_eq!(variables("getAuthedAppList", &argument), first, "{argument}");
    }
}

#[test]
fn too_little_is_refused_by_its_name_and_nothing_is_sent() {
    let tap = json!({ "errMsg": "getUserInfo:ok", "encryptedData": "ED", "iv": "IV" });
    for (method, argument, missing) in [
        ("login", json!({}), "email"),
        ("login", json!({ "email": "a@b.com" }), "password"),
        ("register", json!({ "nickname": "n" }), "email"),
        ("logout", Value::Null, "_id"),
        ("user", json!({}), "id"),
        ("user", json!({ "id": null }), "id"),
        ("user", json!({ "id": { "nested": 1 } }), "id"),
        ("update", json!({ "nickname": "n" }), "_id"),
        ("setMetadata", json!({ "_id": "u1", "key": "K" }), "value"),
        ("setMetadata", json!({ "_id": "u1", "key": "K", "value": { "an": "object" } }), "value"),
        ("removeMetadata", json!({ "_id": "u1" }), "key"),
        ("loginByPhoneCode", json!({ "phone": "17670416754" }), "phoneCode"),
        ("getVerificationCode", json!(""), "phone"),
        ("changeAvatar", json!(""), "_id"),
        ("loginWithWxapp", json!({}), "detail"),
        ("getPhone", json!({ "detail": "nonsense" }), "detail"),
        ("bindPhone", tap.clone(), "detail"),
        ("decrypt", json!({ "iv": "IV" }), "encryptedData"),
    ] {
        let steps = Js::logged_in().run(method, &argument);
        let sent = steps.iter().filter(|step| step.name == "request");
        assert_eq!(sent.count(), 0, "{method} {argument}");
        let last = &steps[steps.len() - 1];
        assert_eq!(last.code(), "ARGUMENT", "{method} {argument}");
        assert_eq!(last.with["argument"], missing, "{method} {argument}: {}", last.with["message"]);
    }
}

#[test]
fn text_other_than_json_is_no_argument() {
    for nonsense in ["", "nonsense", "{", "[", "[1]", "undefined", "\"", "null"] {
        let steps = Js::new().call_text("login", nonsense).walk(agreeing);
        assert_eq!(steps[0].code(), "ARGUMENT", "{nonsense}");
    }
}
