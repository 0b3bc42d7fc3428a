//! `prepare`: a code at hand before the person taps, from wherever the keeper stands.

use authing_wxapp::WxError;
use authing_wxapp::code_cache::{CodeCache, CodeState};
use authing_wxapp::flows::Prepare;

use crate::wx::flow_states::{MINUTE, Stepped, code, data, flag, host_fails, tapped, welcome, with_lease};
use crate::wx::phone::{World, kind, run};
use authing_core::flow::Event;

fn prepare(world: &World, cache: &CodeCache) -> Stepped<Prepare> {
    Stepped::new(world, Prepare::new(cache))
}

#[test]
fn idle_it_takes_a_code() {
    let world = World::new();
    let cache = CodeCache::default();
    assert_eq!(cache.state(world.now()), CodeState::Idle);
    assert_eq!(prepare(&world, &cache).walk(|_| code("A")), ["Login", "done"]);
    assert_eq!(cache.state(world.now()), CodeState::Ready);
    assert_eq!(tapped(&world, &cache).wants(), "send A");
}

#[test]
fn ready_it_asks_after_the_session() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    assert_eq!(prepare(&world, &cache).walk(|_| flag(true)), ["CheckSession", "done"]);
    assert_eq!(tapped(&world, &cache).wants(), "send A");
}

#[test]
fn a_lost_session_costs_the_code_however_the_loss_is_said() {
    for lost in [|| flag(false), host_fails, || code("nonsense")] {
        let world = World::new();
        let cache = with_lease(&world, "A");
        let mut prepare = prepare(&world, &cache);
        assert_eq!(prepare.after(lost()), "CheckSession");
        assert_eq!(cache.state(world.now()), CodeState::Missing);
        assert_eq!(prepare.after(code("B")), "Login");
        assert_eq!(prepare.wants(), "done");
        assert_eq!(tapped(&world, &cache).wants(), "send B");
    }
}

#[test]
fn an_old_code_is_replaced_without_asking() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    world.pass(4 * MINUTE);
    assert_eq!(prepare(&world, &cache).walk(|_| code("B")), ["Login", "done"]);
}

#[test]
fn while_a_login_is_in_flight_it_waits_for_its_code() {
    let world = World::new();
    let cache = CodeCache::default();
    let (mut launch, mut show) = (prepare(&world, &cache), prepare(&world, &cache));
    assert_eq!(launch.wants(), "Login");
    for _ in 0..3 {
        assert_eq!(show.after(Event::Waited), "wait 10ms");
    }
    launch.hears(code("A")).unwrap();
    assert_eq!(show.walk(|_| flag(true)), ["CheckSession", "done"]);
    assert_eq!(launch.wants(), "done");
}

#[test]
fn where_that_login_fails_it_takes_a_code_itself() {
    let world = World::new();
    let cache = CodeCache::default();
    let (mut launch, mut show) = (prepare(&world, &cache), prepare(&world, &cache));
    assert_eq!((launch.wants().as_str(), show.wants().as_str()), ("Login", "wait 10ms"));
    assert!(launch.hears(host_fails()).is_err());
    show.hears(Event::Waited).unwrap();
    assert_eq!(show.walk(|_| code("A")), ["Login", "done"]);
}

#[test]
fn while_a_call_has_the_code_it_waits_for_the_next() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    let (mut login, mut prepare) = (tapped(&world, &cache), prepare(&world, &cache));
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
    let world = World::new();
    let cache = with_lease(&world, "A");
    let (mut login, mut prepare) = (tapped(&world, &cache), prepare(&world, &cache));
    assert_eq!((prepare.wants().as_str(), login.wants().as_str()), ("CheckSession", "send A"));
    prepare.hears(flag(false)).unwrap();
    assert_eq!(cache.state(world.now()), CodeState::Leased);
    assert_eq!(prepare.wants(), "wait 10ms");
}

#[test]
fn a_failing_login_is_its_error_and_the_next_call_tries_again() {
    let world = World::new();
    let cache = CodeCache::default();
    for nonsense in [host_fails, || data("getUserInfo:ok"), || Event::Waited] {
        let wanted = prepare(&world, &cache).walk(|_| nonsense());
        assert!(wanted == ["Login", "Host"] || wanted == ["Login", "Driver"], "{wanted:?}");
        assert_eq!(cache.state(world.now()), CodeState::Missing);
    }
    assert_eq!(prepare(&world, &cache).walk(|_| code("A")), ["Login", "done"]);
}

#[test]
fn through_the_client_the_session_is_checked_and_a_lost_one_replaced() {
    let world = World::new();
    let mut lives = vec![Ok(()), Err(WxError::new("checkSession:fail"))].into_iter();
    let client = world.client(|phone| {
        phone.expect_check_session().times(2).returning(move || lives.next().unwrap());
    });
    for _ in 0..3 {
        run(client.prepare()).unwrap();
    }
    assert_eq!(world.told(), ["login 1", "login 2"]);
}

#[test]
fn a_login_that_answers_without_a_code_is_the_hosts_error() {
    let world = World::new();
    let client = world.client(|phone| {
        phone.expect_login().returning(|| Ok(String::new()));
    });
    assert_eq!(kind(run(client.prepare())), "Host");
}
