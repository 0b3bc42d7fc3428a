//! Calls that are dropped in the middle, as an asynchronous caller may: the keeper is usable after each.

use authing_wxapp::flows::{Prepare, WithCode};
use authing_wxapp::keeper::{CodeKeeper, Standing};
use authing_wxapp::{WxClient, WxLogin};

use crate::hanging::{Hanging, hangs};
use crate::phone::{World, agreed, kind, run};
use crate::stepped::{Stepped, code, data, flag, holding, make, silent, tapped, welcome};

/// How a call is cancelled, and what the next call with a tap comes to; then what was asked of the phone.
type Case = (&'static str, fn(&WxClient) -> bool, &'static str, &'static [&'static str]);

const LOGIN: fn(&WxClient) -> bool = |client| hangs(client.login_with_wxapp(WxLogin::new(agreed())));
const SILENT: fn(&WxClient) -> bool = |client| hangs(client.login_silently());
const PREPARE: fn(&WxClient) -> bool = |client| hangs(client.prepare());

#[test]
fn after_a_cancelled_call_the_next_one_works_or_says_to_tap_again() {
    let cases: [Case; 8] = [
        // What was tapped before the next code is there does not fit it.
        ("login", LOGIN, "TapAgain", &["login 1"]),
        ("login", PREPARE, "TapAgain", &["login 1"]),
        ("login", SILENT, "TapAgain", &["login 1"]),
        // It was sent, so it is used up, whatever became of it.
        ("request", LOGIN, "TapAgain", &["login 1", "login 2"]),
        ("request", SILENT, "TapAgain", &["login 1", "data", "login 2"]),
        // It was not sent, so it goes back.
        ("getUserInfo", SILENT, "ok", &["login 1", "request code-1", "login 2"]),
        // Nothing was taken.
        ("getSetting", SILENT, "ok", &["login 1", "request code-1", "login 2"]),
        ("sleep", |client| hangs(client.keep_fresh()), "ok", &["login 1", "request code-1", "login 2"]),
    ];
    for (ability, call, outcome, told) in cases {
        let world = World::new();
        let (client, hanging) = Hanging::client(&world, |_| {});
        hanging.on(ability);
        assert!(call(&client), "{ability}");
        hanging.let_go();
        assert_eq!(kind(run(client.login_with_wxapp(WxLogin::new(agreed())))), outcome, "{ability}");
        assert_eq!(world.told(), told, "{ability}");
        run(client.login_with_wxapp(WxLogin::new(agreed()))).unwrap();
    }
}

#[test]
fn a_cancelled_check_of_the_session_costs_nothing() {
    let world = World::new();
    let (client, hanging) = Hanging::client(&world, |_| {});
    run(client.prepare()).unwrap();
    hanging.on("checkSession");
    assert!(hangs(client.prepare()));
    run(client.login_with_wxapp(WxLogin::new(agreed()))).unwrap();
    assert_eq!(world.told(), ["login 1", "request code-1", "login 2"]);
}

#[test]
fn a_cancelled_avatar_leaves_nothing_behind() {
    for ability in ["chooseImage", "request", "uploadFile"] {
        let world = World::new();
        let (client, hanging) = Hanging::client(&world, |_| {});
        hanging.on(ability);
        assert!(hangs(client.change_avatar("u1")), "{ability}");
        hanging.let_go();
        run(client.change_avatar("u1")).unwrap();
    }
}

#[test]
fn a_loan_that_is_dropped_before_sending_goes_back() {
    let world = World::new();
    let keeper = holding(&world, "A");
    let mut reading = silent(&world, &keeper);
    assert_eq!(reading.after(flag(true)), "UserInfoAllowed");
    assert_eq!(reading.wants(), "UserInfo");
    assert_eq!(keeper.standing(world.now()), Standing::Lent);
    drop(reading);
    assert_eq!(keeper.standing(world.now()), Standing::Ready);
    assert_eq!(tapped(&world, &keeper).wants(), "send A");
}

#[test]
fn a_loan_that_is_dropped_after_sending_is_replaced() {
    let world = World::new();
    let keeper = holding(&world, "A");
    let mut login = tapped(&world, &keeper);
    assert_eq!(login.wants(), "send A");
    drop(login);
    assert_eq!(keeper.standing(world.now()), Standing::Nothing);
    // The person tapped before the next code is there.
    assert_eq!(tapped(&world, &keeper).walk(|_| code("B")), ["Login", "TapAgain"]);
    assert_eq!(tapped(&world, &keeper).wants(), "send B");
}

#[test]
fn a_loan_that_is_dropped_while_it_is_replaced_is_replaced_by_the_next() {
    let world = World::new();
    let keeper = holding(&world, "A");
    let mut login = tapped(&world, &keeper);
    login.after(welcome());
    assert_eq!(login.wants(), "Login");
    drop(login);
    assert_eq!(keeper.standing(world.now()), Standing::Nothing);
    assert_eq!(Stepped::new(&world, Prepare::new(&keeper)).walk(|_| code("B")), ["Login", "done"]);
    assert_eq!(tapped(&world, &keeper).wants(), "send B");
}

#[test]
fn a_call_that_never_began_takes_nothing() {
    let world = World::new();
    let keeper = holding(&world, "A");
    drop(WithCode::new(&keeper, agreed(), make()).unwrap());
    assert_eq!(keeper.standing(world.now()), Standing::Ready);
    let idle = CodeKeeper::default();
    let mut waiting = silent(&world, &idle);
    waiting.after(flag(true));
    assert_eq!(waiting.wants(), "Login");
    drop(waiting);
    assert_eq!(idle.standing(world.now()), Standing::Nothing);
    let mut again = silent(&world, &idle);
    again.after(flag(true));
    assert_eq!(again.after(code("A")), "Login");
    assert_eq!(again.after(data("getUserInfo:ok")), "UserInfo");
    assert_eq!(again.wants(), "send A");
}
