//! The calls with data of WeChat, and what the phone may answer to each question.

use authing_wxapp::package::StepResult;
use serde_json::{Value, json};

use crate::package::script::{Js, Step, agreeing, answered, failed, names, told};

fn tap() -> Value {
    json!({ "detail": { "errMsg": "getPhoneNumber:ok", "encryptedData": "ED", "iv": "IV", "cloudID": "x" } })
}

#[test]
fn each_call_sends_one_code_and_fetches_the_next() {
    let encrypted = json!({ "encryptedData": "ED", "iv": "IV" });
    for (method, argument, path) in [
        ("loginWithWxapp", tap(), "auth"),
        ("getPhone", tap(), "getphone"),
        ("bindPhone", tap(), "phone"),
        ("decrypt", encrypted, "decrypt"),
    ] {
        let steps = Js::logged_in().run(method, &argument);
        assert_eq!(names(&steps), ["login", "request", "login", "done"], "{method}");
        assert_eq!(steps[1].with["url"], format!("https://oauth.authing.cn/oauth/wechatapp/{path}/pool-1"));
        assert_eq!(steps[1].body(), json!({ "iv": "IV", "encryptedData": "ED", "code": "code-1" }));
    }
}

#[test]
fn explicit_code_is_sent_unchanged() {
    for code in [json!("mine"), json!(17)] {
        let mut argument = tap();
        argument["code"] = code.clone();
        let steps = Js::logged_in().run("getPhone", &argument);
        assert_eq!(names(&steps), ["request", "done"]);
        assert_eq!(steps[0].body()["code"], json!(code.as_str().unwrap_or("17")));
    }
    // A code that never came is none.
    for none in [json!(""), Value::Null, json!({})] {
        let mut argument = tap();
        argument["code"] = none;
        assert_eq!(names(&Js::logged_in().run("getPhone", &argument))[0], "login");
    }
}

#[test]
fn a_login_takes_a_phone_and_a_wish() {
    let mut argument = tap();
    argument["phone"] = json!("17670416754");
    argument["overideProfile"] = json!(true);
    let body = Js::new().run("loginWithWxapp", &argument)[1].body();
    assert_eq!((&body["phone"], &body["overideProfile"]), (&json!("17670416754"), &json!(true)));
    argument["phone"] = json!("");
    assert_eq!(Js::new().run("loginWithWxapp", &argument)[1].body().get("phone"), None);
    let silently = json!({ "phone": "17670416754", "overideProfile": false });
    let body = Js::new().run("loginSilently", &silently)[3].body();
    assert_eq!((&body["phone"], &body["overideProfile"]), (&json!("17670416754"), &json!(false)));
}

#[test]
fn declined_dialog_is_an_error_at_once() {
    for method in ["loginWithWxapp", "getPhone", "bindPhone"] {
        for detail in [json!({ "errMsg": "getPhoneNumber:fail user deny" }), json!({})] {
            let steps = Js::logged_in().run(method, &json!({ "detail": detail }));
            assert_eq!(steps[0].code(), "DECLINED", "{method}");
        }
    }
}

#[test]
fn data_that_does_not_decrypt_is_tap_again() {
    let js = Js::new();
    let stale = r#"{"code":41003,"message":"解密失败"}"#;
    let steps = js.call("getPhone", &tap()).walk(|step| match step.name.as_str() {
        "request" => answered(200, stale),
        _ => agreeing(step),
    });
    assert_eq!(names(&steps), ["login", "request", "login", "fail"]);
    assert_eq!(steps[3].code(), "TAP_AGAIN");
    assert_eq!(names(&js.run("getPhone", &tap())), ["request", "login", "done"], "the next code is ready");
}

#[test]
fn a_code_is_kept_fresh_for_as_long_as_the_mini_program_runs() {
    let js = Js::new();
    js.run("prepare", &Value::Null);
    let mut fresh = js.call_text("autoRefresh", "");
    let mut step = fresh.step(StepResult::Start);
    for _ in 0..5 {
        assert_eq!((step.name.as_str(), &step.with), ("wait", &json!(240_000)));
        js.pass(240_000);
        let login = fresh.step(StepResult::Waited);
        assert_eq!(login.name, "login");
        step = fresh.step(agreeing(&login));
    }
    js.pass(240_000);
    let login = fresh.step(StepResult::Waited);
    assert_eq!((login.name.as_str(), fresh.step(failed("login:fail")).with), ("login", json!(30_000)));
}

#[test]
fn prepared_client_checks_the_session() {
    let js = Js::new();
    assert_eq!(names(&js.run("prepare", &Value::Null)), ["login", "done"]);
    assert_eq!(names(&js.run("prepare", &Value::Null)), ["checkSession", "done"]);
    let lost = js.call_text("prepare", "").walk(|step| match step.name.as_str() {
        "checkSession" => failed("checkSession:fail session expired"),
        _ => agreeing(step),
    });
    assert_eq!(names(&lost), ["checkSession", "login", "done"]);
    assert_eq!(lost[2].with, Value::Null);
}

/// What a method comes to when one ability answers otherwise.
fn ends(method: &str, ability: &str, outcome: impl Fn() -> StepResult) -> Step {
    let answers = |step: &Step| if step.name == ability { outcome() } else { agreeing(step) };
    Js::new().call(method, &json!("u1")).walk(answers).pop().unwrap()
}

#[test]
fn an_answer_without_what_was_asked_for_is_the_hosts_error() {
    for (method, ability, answers) in [
        ("prepare", "login", vec!["{}", r#"{"code":""}"#, r#"{"code":7}"#, "", "nonsense"]),
        ("changeAvatar", "chooseImage", vec!["{}", r#"{"tempFilePaths":[]}"#, r#"{"tempFilePaths":[7]}"#, ""]),
    ] {
        for answer in answers {
            let end = ends(method, ability, || StepResult::Success(answer.to_owned()));
            assert_eq!(end.with["message"], format!("wx.{ability} answered without what was asked for"), "{answer}");
            assert_eq!(end.code(), "HOST");
        }
    }
}

#[test]
fn a_setting_that_is_not_granted_is_declined() {
    for answer in [
        json!({}),
        json!({ "authSetting": {} }),
        json!({ "authSetting": { "scope.userInfo": false } }),
        json!({ "authSetting": { "scope.userInfo": "true" } }),
        json!({ "authSetting": 7 }),
        json!(7),
    ] {
        assert_eq!(ends("loginSilently", "getSetting", || told(&answer)).code(), "DECLINED", "{answer}");
    }
    for answer in [json!({}), json!({ "errMsg": "getUserInfo:fail" })] {
        assert_eq!(ends("loginSilently", "getUserInfo", || told(&answer)).code(), "DECLINED", "{answer}");
    }
}

#[test]
fn a_failing_ability_is_an_error_of_its_kind() {
    for (method, ability) in [
        ("prepare", "login"),
        ("loginSilently", "getSetting"),
        ("loginSilently", "login"),
        ("loginSilently", "getUserInfo"),
        ("changeAvatar", "chooseImage"),
    ] {
        let end = ends(method, ability, || failed(&format!("{ability}:fail system error")));
        assert_eq!(end.code(), "HOST");
        assert_eq!(end.with["message"], format!("wx.{ability} failed: {ability}:fail system error"));
        assert_eq!(ends(method, ability, || failed(&format!("{ability}:fail cancel"))).code(), "DECLINED");
    }
    assert_eq!(ends("loginSilently", "request", || failed("request:fail")).code(), "TRANSPORT");
    assert_eq!(ends("changeAvatar", "uploadFile", || failed("uploadFile:fail")).code(), "TRANSPORT");
    assert_eq!(ends("changeAvatar", "uploadFile", || answered(200, "{}")).code(), "INVALID_RESPONSE");
}

#[test]
fn missing_permission_of_the_mini_program_is_not_declined() {
    for words in ["jsapi permission denied", "privacy permission is not authorized", "privacy agreement was refused"] {
        let end = ends("loginSilently", "getUserInfo", || failed(&format!("getUserInfo:fail {words}")));
        assert_eq!(end.code(), "HOST", "{words}");
    }
}

#[test]
fn response_over_the_limit_is_body_too_large() {
    assert_eq!(Js::new().body_limit(), authing_core::HttpSettings::BODY_LIMIT);
    let end = ends("changeAvatar", "uploadFile", || StepResult::TooLarge);
    assert_eq!((end.code(), &end.with["kind"]), (&json!("TRANSPORT"), &json!("BODY_TOO_LARGE")));
}
