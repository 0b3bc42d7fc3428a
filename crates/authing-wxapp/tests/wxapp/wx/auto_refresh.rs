//! `auto_refresh`: a code is replaced before it is too old, and only while no call uses it. The flow never ends.

use std::time::Duration;

use authing_core::flow::Event;
use authing_wxapp::code_cache::{CODE_LIFETIME, CodeCache, CodeState};
use authing_wxapp::flows::AutoRefresh;

use crate::wx::flow_states::{MINUTE, Stepped, code, data, host_fails, tapped, welcome, with_lease};
use crate::wx::hanging::{Hanging, hangs};
use crate::wx::phone::TestHost;

fn auto_refresh(host: &TestHost, cache: &CodeCache) -> Stepped<AutoRefresh> {
    Stepped::new(host, AutoRefresh::new(cache))
}

/// Lets it have the wait that it asked for.
fn wait(host: &TestHost, fresh: &mut Stepped<AutoRefresh>) -> Duration {
    let wanted = fresh.wants();
    let seconds = wanted.strip_prefix("wait ").unwrap().strip_suffix('s').unwrap().parse().unwrap();
    let time = Duration::from_secs(seconds);
    host.pass(time);
    fresh.hears(Event::Waited).unwrap();
    time
}

#[test]
fn code_is_renewed_before_five_minutes_repeatedly() {
    let host = TestHost::new();
    let cache = with_lease(&host, "0");
    let mut fresh = auto_refresh(&host, &cache);
    for number in 1..=10 {
        assert!(wait(&host, &mut fresh) < CODE_LIFETIME);
        assert_eq!(cache.state(host.now()), CodeState::Ready, "the old code is good until the new one is there");
        assert_eq!(fresh.after(code(&number.to_string())), "Login");
    }
    assert_eq!(tapped(&host, &cache).wants(), "send 10");
}

#[test]
fn an_idle_keeper_is_left_alone() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    let mut fresh = auto_refresh(&host, &cache);
    for _ in 0..10 {
        assert_eq!(wait(&host, &mut fresh), MINUTE);
    }
    assert_eq!(cache.state(host.now()), CodeState::Idle);
}

#[test]
fn leased_code_is_not_renewed() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut fresh = auto_refresh(&host, &cache);
    assert_eq!(fresh.wants(), "wait 240s");
    let mut login = tapped(&host, &cache);
    assert_eq!(login.wants(), "send A");
    wait(&host, &mut fresh);
    for _ in 0..10 {
        assert_eq!(wait(&host, &mut fresh), Duration::from_secs(1));
    }
    login.hears(welcome()).unwrap();
    assert_eq!(wait(&host, &mut fresh), Duration::from_secs(1), "while the call's own login is in flight");
    login.after(code("B"));
    assert_eq!(fresh.wants(), "wait 240s");
}

#[test]
fn a_failing_login_is_tried_again_after_a_pause() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut fresh = auto_refresh(&host, &cache);
    wait(&host, &mut fresh);
    for failing in [host_fails, || data("x:ok"), host_fails] {
        assert_eq!(fresh.after(failing()), "Login");
        assert_eq!(cache.state(host.now()), CodeState::Missing);
        assert_eq!(wait(&host, &mut fresh), Duration::from_secs(30));
    }
    assert_eq!(fresh.after(code("B")), "Login");
    assert_eq!(fresh.wants(), "wait 240s");
    assert_eq!(tapped(&host, &cache).wants(), "send B");
}

#[test]
fn a_code_that_another_took_meanwhile_has_its_own_four_minutes() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut fresh = auto_refresh(&host, &cache);
    assert_eq!(fresh.wants(), "wait 240s");
    host.pass(3 * MINUTE);
    let mut login = tapped(&host, &cache);
    login.after(welcome());
    login.after(code("B"));
    host.pass(MINUTE);
    fresh.hears(Event::Waited).unwrap();
    assert_eq!(fresh.wants(), "wait 180s");
}

#[test]
fn dropped_refresh_leaves_the_cache_usable() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut fresh = auto_refresh(&host, &cache);
    wait(&host, &mut fresh);
    assert_eq!(fresh.wants(), "Login");
    drop(fresh);
    assert_eq!(cache.state(host.now()), CodeState::Missing);
    assert_eq!(tapped(&host, &cache).wants(), "Login");
}

#[test]
fn auto_refresh_over_the_client_does_not_end() {
    let host = TestHost::new();
    let (client, hanging) = Hanging::client(&host, |_| {});
    hanging.on("sleep");
    assert!(hangs(client.auto_refresh()));
    hanging.let_go();
    crate::wx::phone::run(client.prepare()).unwrap();
    hanging.on("sleep");
    assert!(hangs(client.auto_refresh()));
    assert_eq!(host.told(), ["login 1"]);
}
