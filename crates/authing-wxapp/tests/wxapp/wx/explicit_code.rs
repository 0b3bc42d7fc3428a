//! A code of the caller's own is used as it is, and the keeper leaves WeChat alone: another `wx.login` would spoil it.

use authing_wxapp::WxappLogin;
use authing_wxapp::code_cache::{CodeCache, CodeState};
use authing_wxapp::flows::{AutoRefresh, Prepare};

use crate::wx::flow_states::{Stepped, code, fault, tapped, welcome, with_lease, with_tap};
use crate::wx::phone::{TestHost, agreed, kind, run};

#[test]
fn explicit_code_is_sent_and_no_other_is_fetched() {
    let host = TestHost::new();
    let client = host.client(|_| {});
    run(client.login_with_wxapp(WxappLogin::new(agreed().with_code("mine")))).unwrap();
    run(client.get_phone(agreed().with_code("again"))).unwrap();
    run(client.bind_phone(agreed().with_code("third"))).unwrap();
    run(client.decrypt(agreed().with_code("fourth"))).unwrap();
    assert_eq!(host.told(), ["request mine", "request again", "request third", "request fourth"]);
}

#[test]
fn the_keeper_retires_and_is_not_kept_fresh() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut login = with_tap(&host, &cache, agreed().with_code("mine"));
    assert_eq!(cache.state(host.now()), CodeState::Idle);
    assert_eq!(login.walk(|_| welcome()), ["send mine", "done"]);
    let mut fresh = Stepped::new(&host, AutoRefresh::new(&cache));
    assert_eq!(fresh.wants(), "wait 60s");
}

#[test]
fn a_keeper_without_a_code_retires_too() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    drop_after_sending(&host, &cache);
    assert_eq!(cache.state(host.now()), CodeState::Missing);
    drop(with_tap(&host, &cache, agreed().with_code("mine")));
    assert_eq!(cache.state(host.now()), CodeState::Idle);
}

fn drop_after_sending(host: &TestHost, cache: &CodeCache) {
    assert!(tapped(host, cache).wants().starts_with("send"));
}

#[test]
fn explicit_code_leaves_running_calls_alone() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    let mut prepare = Stepped::new(&host, Prepare::new(&cache));
    assert_eq!(prepare.wants(), "Login");
    drop(with_tap(&host, &cache, agreed().with_code("mine")));
    assert_eq!(cache.state(host.now()), CodeState::Fetching);
    prepare.hears(code("A")).unwrap();
    let mut login = tapped(&host, &cache);
    assert_eq!(login.wants(), "send A");
    drop(with_tap(&host, &cache, agreed().with_code("mine")));
    assert_eq!(cache.state(host.now()), CodeState::Leased);
}

#[test]
fn cache_can_be_resumed_after_an_explicit_code() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut login = with_tap(&host, &cache, agreed().with_code("mine"));
    login.walk(|_| welcome());
    assert_eq!(tapped(&host, &cache).wants(), "Login");
}

#[test]
fn transport_error_ends_the_call_at_once() {
    let host = TestHost::new();
    let mut login = with_tap(&host, &CodeCache::default(), agreed().with_code("mine"));
    assert_eq!(login.walk(|_| fault()), ["send mine", "Transport"]);
    assert_eq!(login.wants(), "Driver");
}

#[test]
fn an_empty_code_is_refused_by_its_name() {
    let host = TestHost::new();
    let client = host.client(|_| {});
    assert_eq!(kind(run(client.login_with_wxapp(WxappLogin::new(agreed().with_code(""))))), "InvalidArgument");
    assert_eq!(host.told(), [""; 0]);
}
