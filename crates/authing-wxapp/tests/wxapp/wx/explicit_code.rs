//! A code of the caller's own is used as it is, and the keeper leaves WeChat alone: another `wx.login` would spoil it.

use authing_wxapp::WxappLogin;
use authing_wxapp::code_cache::{CodeCache, CodeState};
use authing_wxapp::flows::{AutoRefresh, Prepare};

use crate::wx::flow_states::{Stepped, code, fault, tapped, welcome, with_lease, with_tap};
use crate::wx::phone::{World, agreed, kind, run};

#[test]
fn a_given_code_is_used_as_it_is_and_no_other_is_taken() {
    let world = World::new();
    let client = world.client(|_| {});
    run(client.login_with_wxapp(WxappLogin::new(agreed().with_code("mine")))).unwrap();
    run(client.get_phone(agreed().with_code("again"))).unwrap();
    run(client.bind_phone(agreed().with_code("third"))).unwrap();
    run(client.decrypt(agreed().with_code("fourth"))).unwrap();
    assert_eq!(world.told(), ["request mine", "request again", "request third", "request fourth"]);
}

#[test]
fn the_keeper_retires_and_is_not_kept_fresh() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    let mut login = with_tap(&world, &cache, agreed().with_code("mine"));
    assert_eq!(cache.state(world.now()), CodeState::Idle);
    assert_eq!(login.walk(|_| welcome()), ["send mine", "done"]);
    let mut fresh = Stepped::new(&world, AutoRefresh::new(&cache));
    assert_eq!(fresh.wants(), "wait 60s");
}

#[test]
fn a_keeper_without_a_code_retires_too() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    drop_after_sending(&world, &cache);
    assert_eq!(cache.state(world.now()), CodeState::Missing);
    drop(with_tap(&world, &cache, agreed().with_code("mine")));
    assert_eq!(cache.state(world.now()), CodeState::Idle);
}

fn drop_after_sending(world: &World, cache: &CodeCache) {
    assert!(tapped(world, cache).wants().starts_with("send"));
}

#[test]
fn what_is_on_its_way_is_not_taken_away() {
    let world = World::new();
    let cache = CodeCache::default();
    let mut prepare = Stepped::new(&world, Prepare::new(&cache));
    assert_eq!(prepare.wants(), "Login");
    drop(with_tap(&world, &cache, agreed().with_code("mine")));
    assert_eq!(cache.state(world.now()), CodeState::Fetching);
    prepare.hears(code("A")).unwrap();
    let mut login = tapped(&world, &cache);
    assert_eq!(login.wants(), "send A");
    drop(with_tap(&world, &cache, agreed().with_code("mine")));
    assert_eq!(cache.state(world.now()), CodeState::Leased);
}

#[test]
fn after_it_the_keeper_can_be_called_back() {
    let world = World::new();
    let cache = with_lease(&world, "A");
    let mut login = with_tap(&world, &cache, agreed().with_code("mine"));
    login.walk(|_| welcome());
    assert_eq!(tapped(&world, &cache).wants(), "Login");
}

#[test]
fn a_fault_ends_it_at_once() {
    let world = World::new();
    let mut login = with_tap(&world, &CodeCache::default(), agreed().with_code("mine"));
    assert_eq!(login.walk(|_| fault()), ["send mine", "Transport"]);
    assert_eq!(login.wants(), "Driver");
}

#[test]
fn an_empty_code_is_refused_by_its_name() {
    let world = World::new();
    let client = world.client(|_| {});
    assert_eq!(kind(run(client.login_with_wxapp(WxappLogin::new(agreed().with_code(""))))), "InvalidArgument");
    assert_eq!(world.told(), [""; 0]);
}
