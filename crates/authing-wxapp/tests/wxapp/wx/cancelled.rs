//! Calls that are dropped in the middle, as an asynchronous caller may: the keeper is usable after each.

use authing_wxapp::code_cache::{CodeCache, CodeState};
use authing_wxapp::flows::{Prepare, WithCode};
use authing_wxapp::{WxClient, WxappLogin};

use crate::wx::flow_states::{Stepped, code, data, flag, make, silent, tapped, welcome, with_lease};
use crate::wx::hanging::{Hanging, hangs};
use crate::wx::phone::{TestHost, agreed, kind, run};

/// How a call is cancelled, and what the next call with a tap comes to; then what was asked of the phone.
type Case = (&'static str, fn(&WxClient) -> bool, &'static str, &'static [&'static str]);

const LOGIN: fn(&WxClient) -> bool = |client| hangs(client.login_with_wxapp(WxappLogin::new(agreed())));
const SILENT: fn(&WxClient) -> bool = |client| hangs(client.login_silently());
const PREPARE: fn(&WxClient) -> bool = |client| hangs(client.prepare());

#[test]
fn call_after_a_cancelled_call_works_or_is_tap_again() {
    let cases: [Case; 8] = [
        // What was tapped before the next code is there does not fit it.
        ("login", LOGIN, "TapAgain", &["login 1"]),
        ("login", PREPARE, "TapAgain", &["login 1"]),
        ("login", SILENT, "TapAgain", &["login 1"]),
        // The code was sent, so it counts as used.
        ("request", LOGIN, "TapAgain", &["login 1", "login 2"]),
        ("request", SILENT, "TapAgain", &["login 1", "data", "login 2"]),
        // It was not sent, so it goes back.
        ("getUserInfo", SILENT, "ok", &["login 1", "request code-1", "login 2"]),
        // Nothing was taken.
        ("getSetting", SILENT, "ok", &["login 1", "request code-1", "login 2"]),
        ("sleep", |client| hangs(client.auto_refresh()), "ok", &["login 1", "request code-1", "login 2"]),
    ];
    for (ability, call, outcome, told) in cases {
        let host = TestHost::new();
        let (client, hanging) = Hanging::client(&host, |_| {});
        hanging.on(ability);
        assert!(call(&client), "{ability}");
        hanging.let_go();
        assert_eq!(kind(run(client.login_with_wxapp(WxappLogin::new(agreed())))), outcome, "{ability}");
        assert_eq!(host.told(), told, "{ability}");
        run(client.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    }
}

#[test]
fn a_cancelled_check_of_the_session_costs_nothing() {
    let host = TestHost::new();
    let (client, hanging) = Hanging::client(&host, |_| {});
    run(client.prepare()).unwrap();
    hanging.on("checkSession");
    assert!(hangs(client.prepare()));
    run(client.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    assert_eq!(host.told(), ["login 1", "request code-1", "login 2"]);
}

#[test]
fn a_cancelled_avatar_leaves_nothing_behind() {
    for ability in ["chooseImage", "request", "uploadFile"] {
        let host = TestHost::new();
        let (client, hanging) = Hanging::client(&host, |_| {});
        hanging.on(ability);
        assert!(hangs(client.change_avatar("u1")), "{ability}");
        hanging.let_go();
        run(client.change_avatar("u1")).unwrap();
    }
}

#[test]
fn a_loan_that_is_dropped_before_sending_goes_back() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut reading = silent(&host, &cache);
    assert_eq!(reading.after(flag(true)), "GetSetting");
    assert_eq!(reading.wants(), "GetUserInfo");
    assert_eq!(cache.state(host.now()), CodeState::Leased);
    drop(reading);
    assert_eq!(cache.state(host.now()), CodeState::Ready);
    assert_eq!(tapped(&host, &cache).wants(), "send A");
}

#[test]
fn a_loan_that_is_dropped_after_sending_is_replaced() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut login = tapped(&host, &cache);
    assert_eq!(login.wants(), "send A");
    drop(login);
    assert_eq!(cache.state(host.now()), CodeState::Missing);
    // The person tapped before the next code is there.
    assert_eq!(tapped(&host, &cache).walk(|_| code("B")), ["Login", "TapAgain"]);
    assert_eq!(tapped(&host, &cache).wants(), "send B");
}

#[test]
fn lease_dropped_during_refetch_is_refetched_by_the_next() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut login = tapped(&host, &cache);
    login.after(welcome());
    assert_eq!(login.wants(), "Login");
    drop(login);
    assert_eq!(cache.state(host.now()), CodeState::Missing);
    assert_eq!(Stepped::new(&host, Prepare::new(&cache)).walk(|_| code("B")), ["Login", "done"]);
    assert_eq!(tapped(&host, &cache).wants(), "send B");
}

#[test]
fn a_call_that_never_began_takes_nothing() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    drop(WithCode::new(&cache, agreed(), make()).unwrap());
    assert_eq!(cache.state(host.now()), CodeState::Ready);
    let idle = CodeCache::default();
    let mut waiting = silent(&host, &idle);
    waiting.after(flag(true));
    assert_eq!(waiting.wants(), "Login");
    drop(waiting);
    assert_eq!(idle.state(host.now()), CodeState::Missing);
    let mut again = silent(&host, &idle);
    again.after(flag(true));
    assert_eq!(again.after(code("A")), "Login");
    assert_eq!(again.after(data("getUserInfo:ok")), "GetUserInfo");
    assert_eq!(again.wants(), "send A");
}
