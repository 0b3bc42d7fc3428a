//! `auto_refresh`: a code is replaced before it is too old, and only while no call uses it. The flow never ends.

use std::time::Duration;

use authing_core::flow::Event;
use authing_wxapp::code_cache::{CODE_LIFETIME, CodeCache, CodeState};
use authing_wxapp::flows::AutoRefresh;

use crate::wx::flow_states::{MINUTE, Stepped, code, data, host_fails, tapped, welcome, with_lease};
use crate::wx::hanging::{Hanging, hangs};
use crate::wx::phone::World;

fn auto_refresh(world: &World, cache: &CodeCache) -> Stepped<AutoRefresh> {
    Stepped::new(world, AutoRefresh::new(cache))
}

/// Lets it have the wait that it asked for.
fn wait(world: &World, fresh: &mut Stepped<AutoRefresh>) -> Duration {
    let wanted = fresh.wants();
    let seconds = wanted.strip_prefix("wait ").unwrap().strip_suffix('s').unwrap().parse().unwrap();
    let time = Duration::from_secs(seconds);
    world.pass(time);
    fresh.hears(Event::Waited).unwrap();
    time
}

#[test]
fn a_code_is_renewed_before_its_five_minutes_are_up_again_and_again() {
    let world = World::new();
    let cache = with_lease(&world, "0");
    let mut fresh = auto_refresh(&world, &cache);
    for number in 1..=10 {
        assert!(wait(&world, &mut fresh) < CODE_LIFETIME);
        assert_eq!(cache.state(world.now()), CodeState::Ready, "the old code is good until the new one is there");
        assert_eq!(fresh.after(code(&number.to_string())), "Login");
    }
    assert_eq!(tapped(&world, &cache).wants(), "send 10");
}

#[test]
fn an_idle_keeper_is_left_alone() {
    let world = World::new();
    let cache = CodeCache::default();
    let mut fresh = auto_refresh(&world, &cache);
    for _ in 0..10 {
        assert_eq!(wait(&world, &mut fresh), MINUTE);
    }
    assert_eq!(cache.state(world.now()), CodeState::Idle);
}

#[test]
fn a_code_that_is_lent_is_left_alone_however_old_it_grows() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    let mut fresh = auto_refresh(&world, &cache);
    assert_eq!(fresh.wants(), "wait 240s");
    let mut login = tapped(&world, &cache);
    assert_eq!(login.wants(), "send A");
    wait(&world, &mut fresh);
    for _ in 0..10 {
        assert_eq!(wait(&world, &mut fresh), Duration::from_secs(1));
    }
    login.hears(welcome()).unwrap();
    assert_eq!(wait(&world, &mut fresh), Duration::from_secs(1), "while the call's own login is in flight");
    login.after(code("B"));
    assert_eq!(fresh.wants(), "wait 240s");
}

#[test]
fn a_failing_login_is_tried_again_after_a_pause() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    let mut fresh = auto_refresh(&world, &cache);
    wait(&world, &mut fresh);
    for failing in [host_fails, || data("x:ok"), host_fails] {
        assert_eq!(fresh.after(failing()), "Login");
        assert_eq!(cache.state(world.now()), CodeState::Missing);
        assert_eq!(wait(&world, &mut fresh), Duration::from_secs(30));
    }
    assert_eq!(fresh.after(code("B")), "Login");
    assert_eq!(fresh.wants(), "wait 240s");
    assert_eq!(tapped(&world, &cache).wants(), "send B");
}

#[test]
fn a_code_that_another_took_meanwhile_has_its_own_four_minutes() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    let mut fresh = auto_refresh(&world, &cache);
    assert_eq!(fresh.wants(), "wait 240s");
    world.pass(3 * MINUTE);
    let mut login = tapped(&world, &cache);
    login.after(welcome());
    login.after(code("B"));
    world.pass(MINUTE);
    fresh.hears(Event::Waited).unwrap();
    assert_eq!(fresh.wants(), "wait 180s");
}

#[test]
fn dropped_while_it_fetches_it_leaves_the_keeper_usable() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    let mut fresh = auto_refresh(&world, &cache);
    wait(&world, &mut fresh);
    assert_eq!(fresh.wants(), "Login");
    drop(fresh);
    assert_eq!(cache.state(world.now()), CodeState::Missing);
    assert_eq!(tapped(&world, &cache).wants(), "Login");
}

#[test]
fn through_the_client_it_sleeps_and_does_not_end() {
    let world = World::new();
    let (client, hanging) = Hanging::client(&world, |_| {});
    hanging.on("sleep");
    assert!(hangs(client.auto_refresh()));
    hanging.let_go();
    crate::wx::phone::run(client.prepare()).unwrap();
    hanging.on("sleep");
    assert!(hangs(client.auto_refresh()));
    assert_eq!(world.told(), ["login 1"]);
}
