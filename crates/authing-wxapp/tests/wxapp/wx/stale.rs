//! Data that its code does not open: each way in which the service says so becomes "tap again", with the next code ready.

use authing_core::Error;
use authing_wxapp::WxappLogin;

use crate::wx::flow_states::{refused, tapped, user, welcome, with_lease};
use crate::wx::phone::{TestHost, agreed, kind, ok, run};

const STALE: [(i64, &str); 12] = [
    (40029, "x"),
    (40163, "x"),
    (41003, "x"),
    (-41003, "x"),
    (500, "cannot decrypt the data"),
    (500, "encryptedData 解密失败"),
    (500, "session_key is gone"),
    (500, "invalid code, hints: [ req_id: 1 ]"),
    (500, "code been used"),
    (500, "Illegal Buffer"),
    (2000, "解密失败"),
    (40029, ""),
];

#[test]
fn undecryptable_data_is_tap_again_with_the_next_code_ready() {
    for (number, message) in STALE {
        let host = TestHost::new();
        let cache = with_lease(&host, "A");
        let mut login = tapped(&host, &cache);
        assert_eq!(login.after(refused(number, message)), "send A");
        assert_eq!(login.after(crate::wx::flow_states::code("B")), "Login", "{number} {message}");
        assert_eq!(login.wants(), "TapAgain", "{number} {message}");

        let mut again = tapped(&host, &cache);
        assert_eq!(again.after(welcome()), "send B");
        assert_eq!(again.after(crate::wx::flow_states::code("C")), "Login");
        assert_eq!(user(&mut again).id.as_str(), "u1");
    }
}

#[test]
fn other_service_error_is_returned_unchanged() {
    for (number, message) in [(2004, "用户不存在"), (500, "busy"), (41004, "the iv is bad"), (40013, "invalid appid")]
    {
        let host = TestHost::new();
        let cache = with_lease(&host, "A");
        let mut login = tapped(&host, &cache);
        assert_eq!(login.after(refused(number, message)), "send A");
        assert_eq!(login.after(crate::wx::flow_states::code("B")), "Login");
        assert_eq!(login.wants(), "Service", "{number} {message}");
    }
}

#[test]
fn undecryptable_data_without_a_next_code_is_tap_again() {
    let host = TestHost::new();
    let cache = with_lease(&host, "A");
    let mut login = tapped(&host, &cache);
    login.after(refused(41003, "x"));
    login.after(crate::wx::flow_states::host_fails());
    assert_eq!(login.wants(), "TapAgain");
}

#[test]
fn with_a_code_of_the_callers_the_refusal_is_the_callers_too() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_request().returning(|_| Ok(ok(r#"{"code":41003,"message":"解密失败"}"#)));
    });
    match run(client.login_with_wxapp(WxappLogin::new(agreed().with_code("mine")))) {
        Err(Error::Service(refusal)) => assert_eq!(refusal.code.map(|code| code.0), Some(41003)),
        other => panic!("{}", kind(other)),
    }
    assert_eq!(host.told(), [""; 0]);
}
