//! `prepare`: a code at hand before the person taps, from wherever the keeper stands.

use authing_wxapp::WxError;
use authing_wxapp::code_cache::{CodeCache, CodeState};
use authing_wxapp::flows::Prepare;

use crate::wx::flow_states::{MINUTE, Stepped, code, data, flag, host_fails, tapped, welcome, with_lease};
use crate::wx::phone::{TestHost, kind, run};
use authing_core::flow::Event;

fn prepare(host: &TestHost, cache: &CodeCache) -> Stepped<Prepare> {
    Stepped::new(host, Prepare::new(cache))
}

#[test]
fn idle_client_fetches_a_code() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    assert_eq!(cache.state(host.now()), CodeState::Idle);
    assert_eq!(prepare(&host, &cache).walk(|_| code("A")), ["Login", "done"]);
    assert_eq!(cache.state(host.now()), CodeState::Ready);
    assert_eq!(tapped(&host, &cache).wants(), "send A");
}

#[test]
fn ready_client_checks_the_session() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    assert_eq!(prepare(&host, &cache).walk(|_| flag(true)), ["CheckSession", "done"]);
    assert_eq!(tapped(&host, &cache).wants(), "send A");
}

#[test]
fn lost_session_invalidates_the_code() {
    for lost in [|| flag(false), host_fails, || code("nonsense")] {
        let host = TestHost::new();
        let cache = with_lease(&host, "A");
        let mut prepare = prepare(&host, &cache);
        assert_eq!(prepare.after(lost()), "CheckSession");
        assert_eq!(cache.state(host.now()), CodeState::Missing);
        assert_eq!(prepare.after(code("B")), "Login");
        assert_eq!(prepare.wants(), "done");
        assert_eq!(tapped(&host, &cache).wants(), "send B");
    }
}

#[test]
fn an_old_code_is_replaced_without_asking() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    host.pass(4 * MINUTE);
    assert_eq!(prepare(&host, &cache).walk(|_| code("B")), ["Login", "done"]);
}

#[test]
fn prepare_waits_for_the_code_of_a_running_login() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    let (mut launch, mut show) = (prepare(&host, &cache), prepare(&host, &cache));
    assert_eq!(launch.wants(), "Login");
    for _ in 0..3 {
        assert_eq!(show.after(Event::Waited), "wait 10ms");
    }
    launch.hears(code("A")).unwrap();
    assert_eq!(show.walk(|_| flag(true)), ["CheckSession", "done"]);
    assert_eq!(launch.wants(), "done");
}

#[test]
fn prepare_after_a_failed_login_fetches_a_code() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    let (mut launch, mut show) = (prepare(&host, &cache), prepare(&host, &cache));
    assert_eq!((launch.wants().as_str(), show.wants().as_str()), ("Login", "wait 10ms"));
    assert!(launch.hears(host_fails()).is_err());
    show.hears(Event::Waited).unwrap();
    assert_eq!(show.walk(|_| code("A")), ["Login", "done"]);
}

#[test]
fn prepare_waits_for_the_code_after_a_leased_one() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let (mut login, mut prepare) = (tapped(&host, &cache), prepare(&host, &cache));
    assert_eq!(login.wants(), "send A");
    assert_eq!(prepare.after(Event::Waited), "wait 10ms");
    login.hears(welcome()).unwrap();
    assert_eq!(prepare.wants(), "wait 10ms");
    assert_eq!(login.after(code("B")), "Login");
    prepare.hears(Event::Waited).unwrap();
    assert_eq!(prepare.wants(), "CheckSession");
}

#[test]
fn a_check_that_a_call_overtakes_ends_all_the_same() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let (mut login, mut prepare) = (tapped(&host, &cache), prepare(&host, &cache));
    assert_eq!((prepare.wants().as_str(), login.wants().as_str()), ("CheckSession", "send A"));
    prepare.hears(flag(false)).unwrap();
    assert_eq!(cache.state(host.now()), CodeState::Leased);
    assert_eq!(prepare.wants(), "wait 10ms");
}

#[test]
fn a_failing_login_is_its_error_and_the_next_call_tries_again() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    for nonsense in [host_fails, || data("getUserInfo:ok"), || Event::Waited] {
        let wanted = prepare(&host, &cache).walk(|_| nonsense());
        assert!(wanted == ["Login", "Host"] || wanted == ["Login", "Driver"], "{wanted:?}");
        assert_eq!(cache.state(host.now()), CodeState::Missing);
    }
    assert_eq!(prepare(&host, &cache).walk(|_| code("A")), ["Login", "done"]);
}

#[test]
fn lost_session_is_replaced_over_the_client() {
    let host = TestHost::new();
    let mut lives = vec![Ok(()), Err(WxError::new("checkSession:fail"))].into_iter();
    let client = host.client(|phone| {
        phone.expect_check_session().times(2).returning(move || lives.next().unwrap());
    });
    for _ in 0..3 {
        run(client.prepare()).unwrap();
    }
    assert_eq!(host.told(), ["login 1", "login 2"]);
}

#[test]
fn a_login_that_answers_without_a_code_is_the_hosts_error() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_login().returning(|| Ok(String::new()));
    });
    assert_eq!(kind(run(client.prepare())), "Host");
}
