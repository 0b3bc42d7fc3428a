//! Every flow, told what it had not asked for, or polled after its end: the driver's error, never a panic or a circle.

use authing_core::flow::{Event, Flow};
use authing_wxapp::code_cache::{CodeCache, CodeState};
use authing_wxapp::flows::{AutoRefresh, Prepare};
use std::convert::Infallible;

use crate::wx::flow_states::{
    Stepped, answer, code, data, fault, flag, host_fails, silent, tapped, welcome, with_lease, with_tap,
};
use crate::wx::phone::{TestHost, agreed, name};

/// One event of each kind.
const EVENTS: [fn() -> Event; 8] =
    [|| code("X"), || flag(true), || data("x:ok"), host_fails, welcome, fault, || Event::Waited, || Event::Notified];

/// A flow that was brought to a state, and what it hears there.
fn every_event_but<F: Flow<Notification = Infallible>>(
    state: &str,
    good: &[usize],
    bring: impl Fn(&TestHost) -> Stepped<F>,
) {
    for (number, event) in EVENTS.iter().enumerate().filter(|(number, _)| !good.contains(number)) {
        let host = TestHost::new();
        let mut flow = bring(&host);
        match flow.hears(event()) {
            Err(error) => assert!(name(&error) == "Driver" || number == 3, "{state}, event {number}: {error}"),
            // A call keeps its error until it is polled, because the code comes first.
            Ok(()) => assert!(["Driver", "Login"].contains(&flow.wants().as_str()), "{state}, event {number}"),
        }
    }
}

const NONE: &[usize] = &[];
const CODE: &[usize] = &[0];
const FLAG: &[usize] = &[1];
const DATA: &[usize] = &[2];
const ANSWER: &[usize] = &[4, 5];
const WAITED: &[usize] = &[6];

#[test]
fn unexpected_event_is_a_driver_error_in_every_state() {
    every_event_but("prepare, unpolled", NONE, |host| Stepped::new(host, Prepare::new(&CodeCache::default())));
    every_event_but("prepare, fetching", CODE, |host| {
        at("Login", Stepped::new(host, Prepare::new(&CodeCache::default())))
    });
    every_event_but("prepare, waiting", WAITED, |host| at("wait 10ms", Stepped::new(host, Prepare::new(&lent(host)))));
    every_event_but("tap, unpolled", NONE, |host| tapped(host, &CodeCache::default()));
    every_event_but("tap, fetching", CODE, |host| at("Login", tapped(host, &CodeCache::default())));
    every_event_but("tap, waiting", WAITED, |host| at("wait 10ms", tapped(host, &lent(host))));
    every_event_but("tap, calling", ANSWER, |host| at("send A", tapped(host, &with_lease(host, "A"))));
    every_event_but("given, calling", ANSWER, |host| {
        at("send mine", with_tap(host, &CodeCache::default(), agreed().with_code("mine")))
    });
    every_event_but("silent, asking", FLAG, |host| silent(host, &CodeCache::default()));
    every_event_but("silent, reading", DATA, |host| {
        let mut flow = silent(host, &with_lease(host, "A"));
        flow.after(flag(true));
        at("GetUserInfo", flow)
    });
    every_event_but("fresh, unpolled", NONE, |host| Stepped::new(host, AutoRefresh::new(&with_lease(host, "A"))));
    every_event_but("fresh, waiting", WAITED, |host| {
        at("wait 240s", Stepped::new(host, AutoRefresh::new(&with_lease(host, "A"))))
    });
}

fn at<F: Flow<Notification = Infallible>>(wanted: &str, mut flow: Stepped<F>) -> Stepped<F> {
    assert_eq!(flow.wants(), wanted);
    flow
}

/// A cache whose code is leased and not returned.
fn lent(host: &TestHost) -> CodeCache {
    let cache = with_lease(host, "A");
    let mut flow = tapped(host, &cache);
    assert_eq!(flow.wants(), "send A");
    std::mem::forget(flow);
    cache
}

#[test]
fn unanswered_session_check_is_a_driver_error() {
    for event in [welcome, fault, || Event::Waited, || Event::Notified] {
        let host = TestHost::new();
        let cache = with_lease(&host, "A");
        let mut prepare = Stepped::new(&host, Prepare::new(&cache));
        assert_eq!(prepare.walk(|_| event()), ["CheckSession", "Driver"]);
        assert_eq!(cache.state(host.now()), CodeState::Ready);
    }
}

#[test]
fn auto_refresh_survives_host_errors_but_no_driver_error() {
    for (event, wants) in [(host_fails as fn() -> Event, "wait 30s"), (|| flag(true), "wait 30s")] {
        let host = TestHost::new();
        let mut fresh = fetching(&host);
        fresh.hears(event()).unwrap();
        assert_eq!(fresh.wants(), wants);
    }
    for event in [welcome, fault, || Event::Waited, || Event::Notified] {
        let host = TestHost::new();
        assert!(fetching(&host).hears(event()).is_err());
    }
}

fn fetching(host: &TestHost) -> Stepped<AutoRefresh> {
    let cache = with_lease(host, "A");
    host.pass(5 * crate::wx::flow_states::MINUTE);
    at("Login", Stepped::new(host, AutoRefresh::new(&cache)))
}

#[test]
fn failure_to_fetch_the_next_code_keeps_the_result() {
    for event in EVENTS {
        let host = TestHost::new();
        let cache = with_lease(&host, "A");
        let mut login = tapped(&host, &cache);
        login.after(welcome());
        assert_eq!(login.after(event()), "Login");
        assert_eq!(login.wants(), "done");
    }
}

#[test]
fn after_its_end_a_flow_is_over() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    let mut prepare = Stepped::new(&host, Prepare::new(&cache));
    assert_eq!(prepare.walk(|_| code("A")), ["Login", "done"]);
    let mut login = tapped(&host, &cache);
    let happens = |wanted: &str| if wanted == "Login" { code("B") } else { welcome() };
    assert_eq!(login.walk(happens), ["send A", "Login", "done"]);
    for _ in 0..2 {
        assert_eq!((prepare.wants().as_str(), login.wants().as_str()), ("Driver", "Driver"));
        assert!(prepare.hears(code("X")).is_err() && login.hears(answer("{}")).is_err());
    }
    assert_eq!(tapped(&host, &cache).wants(), "send B", "nothing was put in its place");
}

#[test]
fn after_an_error_a_flow_is_over() {
    let host = TestHost::new();
    let mut login = tapped(&host, &CodeCache::default());
    assert_eq!(login.walk(|_| host_fails()), ["Login", "Host"]);
    assert_eq!(login.wants(), "Driver");
    let mut login = silent(&host, &CodeCache::default());
    assert_eq!(login.walk(|_| flag(false)), ["GetSetting", "Declined"]);
    assert_eq!(login.wants(), "Driver");
    assert!(login.hears(flag(true)).is_err());
}
