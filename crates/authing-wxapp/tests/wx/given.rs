//! A code of the caller's own is used as it is, and the keeper leaves WeChat alone: another `wx.login` would spoil it.

use authing_wxapp::WxLogin;
use authing_wxapp::flows::{KeepFresh, Prepare};
use authing_wxapp::keeper::{CodeKeeper, Standing};

use crate::phone::{World, agreed, kind, run};
use crate::stepped::{Stepped, code, fault, holding, tapped, welcome, with_tap};

#[test]
fn a_given_code_is_used_as_it_is_and_no_other_is_taken() {
    let world = World::new();
    let client = world.client(|_| {});
    run(client.login_with_wxapp(WxLogin::new(agreed().with_code("mine")))).unwrap();
    run(client.get_phone(agreed().with_code("again"))).unwrap();
    run(client.bind_phone(agreed().with_code("third"))).unwrap();
    run(client.decrypt(agreed().with_code("fourth"))).unwrap();
    assert_eq!(world.told(), ["request mine", "request again", "request third", "request fourth"]);
}

#[test]
fn the_keeper_retires_and_is_not_kept_fresh() {
    let world = World::new();
    let keeper = holding(&world, "A");
    let mut login = with_tap(&world, &keeper, agreed().with_code("mine"));
    assert_eq!(keeper.standing(world.now()), Standing::Idle);
    assert_eq!(login.walk(|_| welcome()), ["send mine", "done"]);
    let mut fresh = Stepped::new(&world, KeepFresh::new(&keeper));
    assert_eq!(fresh.wants(), "wait 60s");
}

#[test]
fn a_keeper_without_a_code_retires_too() {
    let world = World::new();
    let keeper = holding(&world, "A");
    drop_after_sending(&world, &keeper);
    assert_eq!(keeper.standing(world.now()), Standing::Nothing);
    drop(with_tap(&world, &keeper, agreed().with_code("mine")));
    assert_eq!(keeper.standing(world.now()), Standing::Idle);
}

fn drop_after_sending(world: &World, keeper: &CodeKeeper) {
    assert!(tapped(world, keeper).wants().starts_with("send"));
}

#[test]
fn what_is_on_its_way_is_not_taken_away() {
    let world = World::new();
    let keeper = CodeKeeper::default();
    let mut prepare = Stepped::new(&world, Prepare::new(&keeper));
    assert_eq!(prepare.wants(), "Login");
    drop(with_tap(&world, &keeper, agreed().with_code("mine")));
    assert_eq!(keeper.standing(world.now()), Standing::Fetching);
    prepare.hears(code("A")).unwrap();
    let mut login = tapped(&world, &keeper);
    assert_eq!(login.wants(), "send A");
    drop(with_tap(&world, &keeper, agreed().with_code("mine")));
    assert_eq!(keeper.standing(world.now()), Standing::Lent);
}

#[test]
fn after_it_the_keeper_can_be_called_back() {
    let world = World::new();
    let keeper = holding(&world, "A");
    let mut login = with_tap(&world, &keeper, agreed().with_code("mine"));
    login.walk(|_| welcome());
    assert_eq!(tapped(&world, &keeper).wants(), "Login");
}

#[test]
fn a_fault_ends_it_at_once() {
    let world = World::new();
    let mut login = with_tap(&world, &CodeKeeper::default(), agreed().with_code("mine"));
    assert_eq!(login.walk(|_| fault()), ["send mine", "NoAnswer"]);
    assert_eq!(login.wants(), "Driver");
}

#[test]
fn an_empty_code_is_refused_by_its_name() {
    let world = World::new();
    let client = world.client(|_| {});
    assert_eq!(kind(run(client.login_with_wxapp(WxLogin::new(agreed().with_code(""))))), "Argument");
    assert_eq!(world.told(), [""; 0]);
}
