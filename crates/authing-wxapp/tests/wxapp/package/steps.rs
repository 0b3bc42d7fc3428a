//! A step's JSON, and what each outcome of it leads to.

use authing_wxapp::WxResponse;
use authing_wxapp::package::StepResult;
use serde_json::{Value, json};

use crate::package::script::{Js, agreeing, answered, failed, names, told};

fn user() -> Value {
    json!({ "id": "u1" })
}

#[test]
fn a_request_has_all_that_wx_needs() {
    let js = Js::logged_in();
    let step = js.call("user", &user()).step(StepResult::Start);
    assert_eq!(step.name, "request");
    let mut with = step.with.clone();
    assert!(with["data"].take().is_string());
    let header = json!({ "accept": "application/json", "content-type": "application/json", "authorization": "Bearer USER_TOKEN" });
    let url = "https://users.authing.cn/graphql";
    assert_eq!(
        with,
        json!({ "dataType": "text", "url": url, "method": "POST", "header": header, "data": null, "timeout": 10_000 })
    );
}

#[test]
fn arbitrary_text_is_sent_unchanged() {
    let odd = "quote \" backslash \\ line\n tab\t nul\u{0} bell\u{7} separator\u{2028} 中文 😀 </script>";
    let step = Js::new().call("setMetadata", &json!({ "_id": "u1", "key": odd, "value": odd })).step(StepResult::Start);
    assert_eq!(step.body()["variables"]["input"], json!({ "_id": "u1", "key": odd, "value": odd }));
    let path = "wxfile://tmp/\"quoted\"\\ 中文.png";
    let steps = Js::new().call("changeAvatar", &json!("u1")).walk(|step| match step.name.as_str() {
        "chooseImage" => told(&json!({ "tempFilePaths": [path] })),
        _ => agreeing(step),
    });
    assert_eq!(steps[2].with["filePath"], path);
    let message = format!("no: {odd}");
    let refusal = json!({ "errors": [{ "message": message }] }).to_string();
    let mut call = Js::new();
    call.seed();
    let call = &mut call;
    let steps = call.call("user", &user()).walk(|_| answered(200, refusal.clone()));
    // What a service says is shown with its control characters escaped.
    let shown = "no: quote \" backslash \\ line\\n tab\\t nul\\u{0} bell\\u{7} separator\\u{2028} 中文 😀 </script>";
    assert_eq!(steps[1].with["message"], shown);
}

#[test]
fn every_call_but_choose_image_has_the_timeout() {
    let js = Js::with(&json!({ "userPoolId": "pool-1", "timeout": 1500 })).unwrap();
    let limited = json!({ "timeout": 1500 });
    let steps = js.run("loginSilently", &Value::Null);
    assert_eq!(names(&steps), ["getSetting", "login", "getUserInfo", "request", "login", "done"]);
    assert_eq!((&steps[0].with, &steps[1].with, &steps[2].with), (&limited, &limited, &limited));
    assert_eq!(js.run("prepare", &Value::Null)[0].with, limited, "checkSession");
    assert_eq!(js.run("changeAvatar", &json!("u1"))[0].with, json!({ "count": 1 }));
}

#[test]
fn a_read_that_failed_is_repeated_after_a_wait() {
    let js = Js::new();
    let mut outcomes = vec![failed("request:fail abort"), StepResult::Waited, answered(503, "")].into_iter();
    let steps = js.call("user", &user()).walk(|step| outcomes.next().unwrap_or_else(|| agreeing(step)));
    assert_eq!(names(&steps), ["request", "wait", "request", "wait", "request", "done"]);
    assert!(steps[1].with.as_u64().unwrap() <= 200, "{:?}", steps[1].with);
    let asked = WxResponse { status: 503, retry_after: Some(2), data: String::new() };
    assert_eq!(js.call("user", &user()).walk(once(StepResult::Response(asked)))[1].with, 2000);
}

/// This outcome first, then everything goes well.
fn once(outcome: StepResult) -> impl FnMut(&crate::package::script::Step) -> StepResult {
    let mut outcome = Some(outcome);
    move |step| outcome.take().unwrap_or_else(|| agreeing(step))
}

#[test]
fn a_request_takes_its_answer_or_its_failure_and_nothing_else() {
    for outcome in [StepResult::Waited, StepResult::Success("{}".to_owned())] {
        let steps = Js::new().call("user", &user()).walk(once(outcome));
        assert_eq!(steps[1].code(), "WASM");
        assert!(steps[1].with["message"].as_str().unwrap().contains("does not match"));
    }
    for outcome in [answered(200, ""), answered(0, "{}"), failed("request:fail invalid url")] {
        assert_eq!(names(&Js::new().call("user", &user()).walk(once(outcome))), ["request", "fail"]);
    }
}

#[test]
fn an_ability_takes_its_answer_or_its_failure_and_nothing_else() {
    for outcome in [StepResult::Waited, answered(200, "{}")] {
        let steps = Js::new().call_text("prepare", "").walk(once(outcome));
        assert_eq!(names(&steps), ["login", "fail"]);
    }
}

#[test]
fn a_step_that_is_begun_again_is_the_same() {
    let js = Js::new();
    let mut call = js.call("metadata", &json!("u1"));
    let first = call.step(StepResult::Start);
    assert_eq!(call.step(StepResult::Start), first);
    assert_eq!(call.step(agreeing(&first)).name, "done");
}

#[test]
fn after_its_end_a_call_is_over() {
    let js = Js::new();
    let mut call = js.call("metadata", &json!("u1"));
    let first = call.step(StepResult::Start);
    call.step(agreeing(&first));
    assert_eq!(call.step(StepResult::Start).code(), "WASM");
    assert_eq!(call.step(answered(200, "{}")).code(), "WASM");
    let mut refused = js.call("nothing", &Value::Null);
    assert_eq!(refused.step(StepResult::Start).code(), "ARGUMENT");
    let again = refused.step(StepResult::Start);
    assert_eq!(again.with["message"], "polled after completion");
}

#[test]
fn its_debug_shows_no_argument() {
    let client =
        authing_wxapp::package::PackageClient::new(r#"{"userPoolId":"pool-1"}"#, authing_core::MemoryStore::default());
    let running = client.unwrap().begin("getVerificationCode", "\"17670416754\"");
    assert_eq!(format!("{running:?}"), "PackageCall { host_call: None, .. }");
}
