//! Two calls at once, interleaved by hand: they never share a code.

use authing_core::flow::Event;
use authing_wxapp::code_cache::{CodeCache, CodeState};

use crate::wx::flow_states::{code, fault, host_fails, tapped, welcome, with_lease};
use crate::wx::phone::TestHost;

#[test]
fn two_taps_at_once_one_logs_in_and_one_taps_again() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let (mut first, mut second) = (tapped(&host, &cache), tapped(&host, &cache));
    assert_eq!(first.wants(), "send A");
    assert_eq!(second.after(Event::Waited), "wait 10ms");
    first.hears(welcome()).unwrap();
    assert_eq!(second.after(Event::Waited), "wait 10ms", "the answer is there, the next code is not");
    assert_eq!(first.after(code("B")), "Login");
    assert_eq!(first.wants(), "done");
    // Its data was encrypted before B was taken.
    assert_eq!(second.wants(), "TapAgain");
    assert_eq!(second.wants(), "Driver", "an error ends a flow");
    assert_eq!(tapped(&host, &cache).wants(), "send B");
}

#[test]
fn two_first_taps_take_one_login() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    let (mut first, mut second) = (tapped(&host, &cache), tapped(&host, &cache));
    assert_eq!(first.wants(), "Login");
    assert_eq!(second.after(Event::Waited), "wait 10ms");
    first.hears(code("A")).unwrap();
    // The first call has the code.
    assert_eq!(second.after(welcome()), "send A");
    assert_eq!(first.after(Event::Waited), "wait 10ms");
    assert_eq!(second.after(code("B")), "Login");
    assert_eq!(first.wants(), "TapAgain");
}

#[test]
fn call_waiting_for_a_failed_login_is_tap_again() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    let (mut first, mut second) = (tapped(&host, &cache), tapped(&host, &cache));
    assert_eq!(first.wants(), "Login");
    assert_eq!(second.after(Event::Waited), "wait 10ms");
    assert!(first.hears(host_fails()).is_err());
    assert_eq!(first.wants(), "Driver");
    assert_eq!(second.walk(|_| code("A")), ["Login", "TapAgain"]);
    assert_eq!(cache.state(host.now()), CodeState::Ready);
}

#[test]
fn returned_code_does_not_fit_a_waiting_call() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let (mut first, mut second) = (crate::wx::flow_states::silent(&host, &cache), tapped(&host, &cache));
    first.after(crate::wx::flow_states::flag(true));
    assert_eq!(first.wants(), "GetUserInfo");
    assert_eq!(second.after(Event::Waited), "wait 10ms");
    drop(first);
    // It might fit; but who waited cannot tell that from the next code.
    assert_eq!(second.wants(), "TapAgain");
    assert_eq!(tapped(&host, &cache).wants(), "send A");
}

#[test]
fn transport_error_invalidates_the_code_for_all_calls() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let (mut first, mut second) = (tapped(&host, &cache), tapped(&host, &cache));
    assert_eq!(first.after(fault()), "send A");
    assert_eq!(second.after(Event::Waited), "wait 10ms");
    assert_eq!(first.after(host_fails()), "Login");
    assert_eq!(first.wants(), "Transport");
    assert_eq!(second.walk(|_| code("B")), ["Login", "TapAgain"]);
}

#[test]
fn keepers_of_two_clients_know_nothing_of_each_other() {
    let host = TestHost::new();
    let (one, other) = (with_lease(&host, "A"), CodeCache::default());
    assert_eq!(tapped(&host, &one).wants(), "send A");
    assert_eq!(other.state(host.now()), CodeState::Idle);
    assert_eq!(one.clone().state(host.now()), CodeState::Missing, "a clone is the same");
    assert!(!format!("{one:?} {:?}", with_lease(&host, "code-A")).contains("code-A"));
}
