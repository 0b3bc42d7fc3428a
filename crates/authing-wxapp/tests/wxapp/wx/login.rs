//! Logging in with WeChat: a code is taken before, used once, and replaced after.

use authing_core::SessionState;
use authing_wxapp::{Wx as _, WxError, WxappLogin};

use crate::wx::flow_states::MINUTE;
use crate::wx::phone::{TestHost, agreed, kind, ok, run};

#[test]
fn a_code_is_taken_before_used_once_and_replaced_after() {
    let host = TestHost::new();
    let client = host.client(|_| {});
    run(client.prepare()).unwrap();
    for _ in 0..2 {
        run(client.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    }
    assert_eq!(host.told(), ["login 1", "request code-1", "login 2", "request code-2", "login 3"]);
    assert_eq!(client.session().state(host.now()), SessionState::LoggedIn);
}

#[test]
fn without_preparation_the_first_code_is_taken_at_the_tap() {
    let host = TestHost::new();
    run(host.client(|_| {}).login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    assert_eq!(host.told(), ["login 1", "request code-1", "login 2"]);
}

#[test]
fn phone_and_profile_go_along_when_they_are_given() {
    for (given, expected) in [(false, false), (true, true)] {
        let host = TestHost::new();
        let client = host.client(|phone| {
            phone.expect_request().withf(move |options| {
                let data = options.data.as_deref().unwrap();
                assert_eq!(data.contains(r#""phone":"17670416754""#), expected, "{data}");
                assert_eq!(data.contains(r#""overideProfile":true"#), expected, "{data}");
                false
            });
        });
        let login = WxappLogin::new(agreed());
        let login = if given { login.with_phone("17670416754").with_override_profile(true) } else { login };
        run(client.login_with_wxapp(login)).unwrap();
    }
}

#[test]
fn code_of_six_minutes_is_tap_again_without_a_request() {
    let host = TestHost::new();
    let client = host.client(|_| {});
    run(client.prepare()).unwrap();
    host.pass(6 * MINUTE);
    assert_eq!(kind(run(client.login_with_wxapp(WxappLogin::new(agreed())))), "TapAgain");
    run(client.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    assert_eq!(host.told(), ["login 1", "login 2", "request code-2", "login 3"]);
}

#[test]
fn a_clock_that_was_put_back_makes_a_code_old() {
    let host = TestHost::new();
    let client = host.client(|_| {});
    run(client.prepare()).unwrap();
    host.put_back(MINUTE);
    assert_eq!(kind(run(client.login_with_wxapp(WxappLogin::new(agreed())))), "TapAgain");
    assert_eq!(host.told(), ["login 1", "login 2"]);
}

#[test]
fn a_login_whose_next_code_fails_is_a_login_all_the_same() {
    let host = TestHost::new();
    let mut codes = vec![Ok("code-1".to_owned()), Err(WxError::new("login:fail"))].into_iter();
    let client = host.client(|phone| {
        phone.expect_login().times(2).returning(move || codes.next().unwrap());
    });
    run(client.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    // The keeper knows that it has none: what the person tapped meanwhile is older than the next.
    assert_eq!(kind(run(client.login_with_wxapp(WxappLogin::new(agreed())))), "TapAgain");
    run(client.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    assert_eq!(host.told(), ["request code-1", "login 1", "request code-1", "login 2"]);
}

#[test]
fn a_refused_login_is_the_services_error_and_uses_its_code_up() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_request().times(1).returning(|_| Ok(ok(r#"{"code":2011,"message":"no such pool"}"#)));
    });
    assert_eq!(kind(run(client.login_with_wxapp(WxappLogin::new(agreed())))), "Service");
    run(client.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    assert_eq!(host.told(), ["login 1", "login 2", "request code-2", "login 3"]);
}

#[test]
fn clones_share_the_code_and_the_session() {
    let host = TestHost::new();
    let client = host.client(|_| {});
    run(client.prepare()).unwrap();
    run(client.clone().login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    assert_eq!(host.told(), ["login 1", "request code-1", "login 2"]);
    assert_eq!(client.session().state(host.now()), SessionState::LoggedIn);
    assert!(!format!("{client:?} {:?}", WxappLogin::new(agreed().with_code("code-x"))).contains("code-"));
}

#[test]
fn the_mock_says_its_own_mind_where_a_test_arranged_nothing() {
    let host = TestHost::new();
    assert_eq!(run(host.phone(|_| {}).login()), Ok("code-1".to_owned()));
}
