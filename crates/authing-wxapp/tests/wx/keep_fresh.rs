//! `keep_fresh`: a code is replaced before it is too old, and only when nobody uses it. It never ends.

use std::time::Duration;

use authing_core::flow::Event;
use authing_wxapp::flows::KeepFresh;
use authing_wxapp::keeper::{CODE_LIFE, CodeKeeper, Standing};

use crate::hanging::{Hanging, hangs};
use crate::phone::World;
use crate::stepped::{MINUTE, Stepped, code, data, holding, host_fails, tapped, welcome};

fn keep_fresh(world: &World, keeper: &CodeKeeper) -> Stepped<KeepFresh> {
    Stepped::new(world, KeepFresh::new(keeper))
}

/// Lets it have the wait that it asked for.
fn wait(world: &World, fresh: &mut Stepped<KeepFresh>) -> Duration {
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
    let keeper = holding(&world, "0");
    let mut fresh = keep_fresh(&world, &keeper);
    for number in 1..=10 {
        assert!(wait(&world, &mut fresh) < CODE_LIFE);
        assert_eq!(keeper.standing(world.now()), Standing::Ready, "the old code is good until the new one is there");
        assert_eq!(fresh.after(code(&number.to_string())), "Login");
    }
    assert_eq!(tapped(&world, &keeper).wants(), "send 10");
}

#[test]
fn an_idle_keeper_is_left_alone() {
    let world = World::new();
    let keeper = CodeKeeper::default();
    let mut fresh = keep_fresh(&world, &keeper);
    for _ in 0..10 {
        assert_eq!(wait(&world, &mut fresh), MINUTE);
    }
    assert_eq!(keeper.standing(world.now()), Standing::Idle);
}

#[test]
fn a_code_that_is_lent_is_left_alone_however_old_it_grows() {
    let world = World::new();
    let keeper = holding(&world, "A");
    let mut fresh = keep_fresh(&world, &keeper);
    assert_eq!(fresh.wants(), "wait 240s");
    let mut login = tapped(&world, &keeper);
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
    let keeper = holding(&world, "A");
    let mut fresh = keep_fresh(&world, &keeper);
    wait(&world, &mut fresh);
    for failing in [host_fails, || data("x:ok"), host_fails] {
        assert_eq!(fresh.after(failing()), "Login");
        assert_eq!(keeper.standing(world.now()), Standing::Nothing);
        assert_eq!(wait(&world, &mut fresh), Duration::from_secs(30));
    }
    assert_eq!(fresh.after(code("B")), "Login");
    assert_eq!(fresh.wants(), "wait 240s");
    assert_eq!(tapped(&world, &keeper).wants(), "send B");
}

#[test]
fn a_code_that_another_took_meanwhile_has_its_own_four_minutes() {
    let world = World::new();
    let keeper = holding(&world, "A");
    let mut fresh = keep_fresh(&world, &keeper);
    assert_eq!(fresh.wants(), "wait 240s");
    world.pass(3 * MINUTE);
    let mut login = tapped(&world, &keeper);
    login.after(welcome());
    login.after(code("B"));
    world.pass(MINUTE);
    fresh.hears(Event::Waited).unwrap();
    assert_eq!(fresh.wants(), "wait 180s");
}

#[test]
fn dropped_while_it_fetches_it_leaves_the_keeper_usable() {
    let world = World::new();
    let keeper = holding(&world, "A");
    let mut fresh = keep_fresh(&world, &keeper);
    wait(&world, &mut fresh);
    assert_eq!(fresh.wants(), "Login");
    drop(fresh);
    assert_eq!(keeper.standing(world.now()), Standing::Nothing);
    assert_eq!(tapped(&world, &keeper).wants(), "Login");
}

#[test]
fn through_the_client_it_sleeps_and_does_not_end() {
    let world = World::new();
    let (client, hanging) = Hanging::client(&world, |_| {});
    hanging.on("sleep");
    assert!(hangs(client.keep_fresh()));
    hanging.let_go();
    crate::phone::run(client.prepare()).unwrap();
    hanging.on("sleep");
    assert!(hangs(client.keep_fresh()));
    assert_eq!(world.told(), ["login 1"]);
}
