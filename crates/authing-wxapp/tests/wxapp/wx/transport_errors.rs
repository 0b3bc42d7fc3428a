//! Every ability failing in every call: what each call comes to. Nothing panics, and nothing runs in a circle.

use authing_core::account::Logout;
use authing_core::login::Login;
use authing_wxapp::{WxClient, WxError, WxappLogin};

use crate::wx::phone::{MockPhone, TestHost, agreed, kind, run};

/// A call, by the kind of its outcome.
type StepResult = fn(&WxClient) -> String;

/// An ability, and the kind of outcome where it fails.
type Failing = (&'static str, &'static str);

/// The calls, each with the `wx` APIs that make it fail, and how. No other API affects it.
const CALLS: [(&str, StepResult, &[Failing]); 10] = [
    ("prepare", |client| kind(run(client.prepare())), &[("login", "Host")]),
    (
        "login_with_wxapp",
        |client| kind(run(client.login_with_wxapp(WxappLogin::new(agreed())))),
        &[("login", "Host"), ("request", "Transport"), ("setStorage", "Store")],
    ),
    (
        "login_silently",
        |client| kind(run(client.login_silently())),
        &[
            ("getSetting", "Host"),
            ("login", "Host"),
            ("getUserInfo", "Host"),
            ("request", "Transport"),
            ("setStorage", "Store"),
        ],
    ),
    ("get_phone", |client| kind(run(client.get_phone(agreed()))), &[("login", "Host"), ("request", "Transport")]),
    ("bind_phone", |client| kind(run(client.bind_phone(agreed()))), &[("login", "Host"), ("request", "Transport")]),
    ("decrypt", |client| kind(run(client.decrypt(agreed()))), &[("login", "Host"), ("request", "Transport")]),
    ("given code", |client| kind(run(client.get_phone(agreed().with_code("mine")))), &[("request", "Transport")]),
    (
        "change_avatar",
        |client| kind(run(client.change_avatar("u1"))),
        &[("chooseImage", "Host"), ("request", "Transport"), ("uploadFile", "Transport")],
    ),
    (
        "login",
        |client| kind(run(client.client().login(Login::email("a@b.com", "pw123456")))),
        &[("request", "Transport"), ("setStorage", "Store"), ("getRandomValues", "NoRandomness")],
    ),
    // The token is cleared in every case; the error is that of the failed request.
    (
        "logout",
        |client| kind(run(client.client().call(Logout::of("u1")))),
        &[("request", "Transport"), ("removeStorage", "Store")],
    ),
];

const ABILITIES: [&str; 11] = [
    "request",
    "uploadFile",
    "login",
    "checkSession",
    "getSetting",
    "getUserInfo",
    "chooseImage",
    "getRandomValues",
    "setStorage",
    "removeStorage",
    "nothing",
];

fn fail(phone: &mut MockPhone, ability: &str, fail: WxError) {
    match ability {
        "request" => {
            phone.expect_request().returning(move |_| Err(fail.clone()));
        }
        "uploadFile" => {
            phone.expect_upload_file().returning(move |_| Err(fail.clone()));
        }
        "login" => {
            phone.expect_login().returning(move || Err(fail.clone()));
        }
        "checkSession" => {
            phone.expect_check_session().returning(move || Err(fail.clone()));
        }
        "getSetting" => {
            phone.expect_get_setting().returning(move || Err(fail.clone()));
        }
        "getUserInfo" => {
            phone.expect_get_user_info().returning(move || Err(fail.clone()));
        }
        "chooseImage" => {
            phone.expect_choose_image().returning(move || Err(fail.clone()));
        }
        "getRandomValues" => {
            phone.expect_get_random_values().returning(move |_| Err(fail.clone()));
        }
        "setStorage" => {
            phone.expect_set_storage().returning(move |_, _| Err(fail.clone()));
        }
        "removeStorage" => {
            phone.expect_remove_storage().returning(move |_| Err(fail.clone()));
        }
        _ => {}
    }
}

#[test]
fn every_call_ends_when_any_ability_fails() {
    for (call, outcome, failing) in CALLS {
        for ability in ABILITIES {
            let host = TestHost::new();
            let fails = WxError::new(format!("{ability}:fail system error"));
            let client = host.client(|phone| fail(phone, ability, fails));
            // A store that cannot be written to still leaves the session signed in.
            let _ = client.session().set_token("USER_TOKEN");
            let expected = failing.iter().find(|(name, _)| *name == ability).map_or("ok", |(_, kind)| kind);
            assert_eq!(outcome(&client), expected, "{call}, {ability} failing");
        }
    }
}

#[test]
fn a_persons_no_is_declined_wherever_a_person_is_asked() {
    for (call, ability, outcome) in [
        ("login_silently", "getUserInfo", "Declined"),
        ("login_silently", "getSetting", "Declined"),
        ("change_avatar", "chooseImage", "Declined"),
        // No user declines a request.
        ("get_phone", "request", "Transport"),
    ] {
        let (_, run, _) = CALLS.into_iter().find(|(name, ..)| *name == call).unwrap();
        let host = TestHost::new();
        let client = host.client(|phone| fail(phone, ability, WxError::new(format!("{ability}:fail auth deny"))));
        assert_eq!(run(&client), outcome, "{call}, {ability}");
    }
}

#[test]
fn a_lost_session_is_a_reason_to_log_in_and_not_an_error() {
    let host = TestHost::new();
    let client = host.client(|phone| fail(phone, "checkSession", WxError::new("checkSession:fail")));
    run(client.prepare()).unwrap();
    run(client.prepare()).unwrap();
    assert_eq!(host.told(), ["login 1", "login 2"]);
}
