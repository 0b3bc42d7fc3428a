//! Every flow, told what it had not asked for, or polled after its end: the driver's error, never a panic or a circle.

use authing_core::flow::{Event, Flow};
use authing_wxapp::code_cache::{CodeCache, CodeState};
use authing_wxapp::flows::{AutoRefresh, Prepare};
use std::convert::Infallible;

use crate::wx::flow_states::{
    Stepped, answer, code, data, fault, flag, host_fails, silent, tapped, welcome, with_lease, with_tap,
};
use crate::wx::phone::{World, agreed, name};

/// One event of each kind.
const EVENTS: [fn() -> Event; 8] =
    [|| code("X"), || flag(true), || data("x:ok"), host_fails, welcome, fault, || Event::Waited, || Event::Notified];

/// A flow that was brought to a state, and what it hears there.
fn every_event_but<F: Flow<Notification = Infallible>>(
    state: &str,
    good: &[usize],
    bring: impl Fn(&World) -> Stepped<F>,
) {
    for (number, event) in EVENTS.iter().enumerate().filter(|(number, _)| !good.contains(number)) {
        let world = World::new();
        let mut flow = bring(&world);
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
fn what_was_not_asked_for_is_the_drivers_error_in_every_state() {
    every_event_but("prepare, unpolled", NONE, |world| Stepped::new(world, Prepare::new(&CodeCache::default())));
    every_event_but("prepare, fetching", CODE, |world| {
        at("Login", Stepped::new(world, Prepare::new(&CodeCache::default())))
    });
    every_event_but("prepare, waiting", WAITED, |world| {
        at("wait 10ms", Stepped::new(world, Prepare::new(&lent(world))))
    });
    every_event_but("tap, unpolled", NONE, |world| tapped(world, &CodeCache::default()));
    every_event_but("tap, fetching", CODE, |world| at("Login", tapped(world, &CodeCache::default())));
    every_event_but("tap, waiting", WAITED, |world| at("wait 10ms", tapped(world, &lent(world))));
    every_event_but("tap, calling", ANSWER, |world| at("send A", tapped(world, &with_lease(world, "A"))));
    every_event_but("given, calling", ANSWER, |world| {
        at("send mine", with_tap(world, &CodeCache::default(), agreed().with_code("mine")))
    });
    every_event_but("silent, asking", FLAG, |world| silent(world, &CodeCache::default()));
    every_event_but("silent, reading", DATA, |world| {
        let mut flow = silent(world, &with_lease(world, "A"));
        flow.after(flag(true));
        at("GetUserInfo", flow)
    });
    every_event_but("fresh, unpolled", NONE, |world| Stepped::new(world, AutoRefresh::new(&with_lease(world, "A"))));
    every_event_but("fresh, waiting", WAITED, |world| {
        at("wait 240s", Stepped::new(world, AutoRefresh::new(&with_lease(world, "A"))))
    });
}

fn at<F: Flow<Notification = Infallible>>(wanted: &str, mut flow: Stepped<F>) -> Stepped<F> {
    assert_eq!(flow.wants(), wanted);
    flow
}

/// A cache whose code is leased and not returned.
fn lent(world: &World) -> CodeCache {
    let cache = with_lease(world, "A");
    let mut flow = tapped(world, &cache);
    assert_eq!(flow.wants(), "send A");
    std::mem::forget(flow);
    cache
}

#[test]
fn a_check_of_the_session_that_nobody_answered_is_the_drivers_error() {
    for event in [welcome, fault, || Event::Waited, || Event::Notified] {
        let world = World::new();
        let cache = with_lease(&world, "A");
        let mut prepare = Stepped::new(&world, Prepare::new(&cache));
        assert_eq!(prepare.walk(|_| event()), ["CheckSession", "Driver"]);
        assert_eq!(cache.state(world.now()), CodeState::Ready);
    }
}

#[test]
fn one_who_keeps_fresh_takes_any_failure_of_the_host_but_not_the_drivers() {
    for (event, wants) in [(host_fails as fn() -> Event, "wait 30s"), (|| flag(true), "wait 30s")] {
        let world = World::new();
        let mut fresh = fetching(&world);
        fresh.hears(event()).unwrap();
        assert_eq!(fresh.wants(), wants);
    }
    for event in [welcome, fault, || Event::Waited, || Event::Notified] {
        let world = World::new();
        assert!(fetching(&world).hears(event()).is_err());
    }
}

fn fetching(world: &World) -> Stepped<AutoRefresh> {
    let cache = with_lease(world, "A");
    world.pass(5 * crate::wx::flow_states::MINUTE);
    at("Login", Stepped::new(world, AutoRefresh::new(&cache)))
}

#[test]
fn whatever_comes_of_the_next_code_the_call_is_what_it_was() {
    for event in EVENTS {
        let world = World::new();
        let cache = with_lease(&world, "A");
        let mut login = tapped(&world, &cache);
        login.after(welcome());
        assert_eq!(login.after(event()), "Login");
        assert_eq!(login.wants(), "done");
    }
}

#[test]
fn after_its_end_a_flow_is_over() {
    let world = World::new();
    let cache = CodeCache::default();
    let mut prepare = Stepped::new(&world, Prepare::new(&cache));
    assert_eq!(prepare.walk(|_| code("A")), ["Login", "done"]);
    let mut login = tapped(&world, &cache);
    let happens = |wanted: &str| if wanted == "Login" { code("B") } else { welcome() };
    assert_eq!(login.walk(happens), ["send A", "Login", "done"]);
    for _ in 0..2 {
        assert_eq!((prepare.wants().as_str(), login.wants().as_str()), ("Driver", "Driver"));
        assert!(prepare.hears(code("X")).is_err() && login.hears(answer("{}")).is_err());
    }
    assert_eq!(tapped(&world, &cache).wants(), "send B", "nothing was put in its place");
}

#[test]
fn after_an_error_a_flow_is_over() {
    let world = World::new();
    let mut login = tapped(&world, &CodeCache::default());
    assert_eq!(login.walk(|_| host_fails()), ["Login", "Host"]);
    assert_eq!(login.wants(), "Driver");
    let mut login = silent(&world, &CodeCache::default());
    assert_eq!(login.walk(|_| flag(false)), ["GetSetting", "Declined"]);
    assert_eq!(login.wants(), "Driver");
    assert!(login.hears(flag(true)).is_err());
}
