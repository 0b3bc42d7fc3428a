//! Logging in without a tap: the code before the data, and only where the person allowed it before.

use authing_core::Error;
use authing_core::flow::Event;
use authing_wxapp::WxError;
use authing_wxapp::code_cache::{CodeCache, CodeState};

use crate::wx::flow_states::{
    MINUTE, code, data, fault, flag, host_fails, refused, silent, tapped, user, welcome, with_lease,
};
use crate::wx::phone::{TestHost, kind, run};

#[test]
fn the_code_is_taken_before_the_data() {
    let host = TestHost::new();
    run(host.client(|_| {}).login_silently()).unwrap();
    assert_eq!(host.told(), ["login 1", "data", "request code-1", "login 2"]);
}

#[test]
fn a_code_that_is_at_hand_does() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut login = silent(&host, &cache);
    assert_eq!(login.after(flag(true)), "GetSetting");
    assert_eq!(login.after(data("getUserInfo:ok")), "GetUserInfo");
    assert_eq!(login.after(welcome()), "send A");
    assert_eq!(login.after(code("B")), "Login");
    assert_eq!(user(&mut login).id.as_str(), "u1");
    assert_eq!(tapped(&host, &cache).wants(), "send B");
}

#[test]
fn permission_not_granted_is_declined_without_a_code() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_get_setting().returning(|| Ok(false));
    });
    match run(client.login_silently()) {
        Err(Error::Declined(why)) => assert!(why.reason.contains("scope.userInfo"), "{why}"),
        other => panic!("{}", kind(other)),
    }
    assert_eq!(host.told(), [""; 0]);
}

#[test]
fn a_failing_setting_is_the_hosts_error() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_get_setting().returning(|| Err(WxError::new("getSetting:fail system error")));
    });
    assert_eq!(
        run(client.login_silently()).unwrap_err().to_string(),
        "wx.getSetting failed: getSetting:fail system error"
    );
    assert_eq!(host.told(), [""; 0]);
}

#[test]
fn failing_data_gives_the_code_back() {
    for (failing, outcome) in [
        (host_fails as fn() -> Event, "Host"),
        (|| Event::HostResponse(Err(Error::declined("getUserInfo:fail auth deny"))), "Declined"),
        (|| data("getUserInfo:fail"), "Declined"),
        (|| flag(true), "Driver"),
        (|| code("nonsense"), "Driver"),
        (|| Event::Waited, "Driver"),
    ] {
        let host = TestHost::new();
        let cache = with_lease(&host, "A");
        let mut login = silent(&host, &cache);
        login.after(flag(true));
        assert_eq!(login.walk(|_| failing()), ["GetUserInfo", outcome]);
        drop(login);
        assert_eq!(cache.state(host.now()), CodeState::Ready, "{outcome}");
        assert_eq!(tapped(&host, &cache).wants(), "send A");
    }
}

#[test]
fn a_failing_login_of_wechat_ends_it() {
    let host = TestHost::new();
    let cache = CodeCache::default();
    let mut login = silent(&host, &cache);
    login.after(flag(true));
    assert_eq!(login.walk(|_| host_fails()), ["Login", "Host"]);
    assert_eq!(cache.state(host.now()), CodeState::Missing);
    assert_eq!(login.wants(), "Driver");
}

#[test]
fn failed_silent_login_leaves_the_next_code_ready() {
    for (answer, outcome) in [
        (refused(2004, "用户不存在"), "Service"),
        (fault(), "Transport"),
        (refused(41003, "解密失败"), "TapAgain"),
        (crate::wx::flow_states::answer("<html>"), "InvalidResponse"),
    ] {
        let host = TestHost::new();
        let cache = with_lease(&host, "A");
        let mut login = silent(&host, &cache);
        login.after(flag(true));
        login.after(data("getUserInfo:ok"));
        assert_eq!(login.after(answer), "send A");
        assert_eq!(login.after(code("B")), "Login");
        assert_eq!(login.wants(), outcome);
        assert_eq!(tapped(&host, &cache).wants(), "send B");
    }
}

#[test]
fn a_code_that_grows_too_old_meanwhile_is_not_sent() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut login = silent(&host, &cache);
    login.after(flag(true));
    assert_eq!(login.wants(), "GetUserInfo");
    host.pass(6 * MINUTE);
    login.hears(data("getUserInfo:ok")).unwrap();
    let wanted = login.walk(|wanted| match wanted {
        "Login" => code("B"),
        "GetUserInfo" => data("getUserInfo:ok"),
        _ => welcome(),
    });
    assert_eq!(wanted, ["Login", "GetUserInfo", "send B", "Login", "done"]);
}

#[test]
fn silent_login_waits_for_the_code_after_a_leased_one() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let (mut tap, mut login) = (tapped(&host, &cache), silent(&host, &cache));
    assert_eq!(tap.wants(), "send A");
    login.after(flag(true));
    assert_eq!(login.after(Event::Waited), "wait 10ms");
    tap.hears(welcome()).unwrap();
    tap.after(code("B"));
    assert_eq!(login.wants(), "GetUserInfo");
    login.hears(data("getUserInfo:ok")).unwrap();
    assert_eq!(login.wants(), "send B");
}
