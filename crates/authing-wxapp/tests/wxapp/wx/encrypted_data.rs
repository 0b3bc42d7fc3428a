//! The other calls with data of WeChat: `getPhone`, `bindPhone`, `decrypt`. Each takes a code as a login does, goes to its own
//! path, and sends nothing where the user declined.

use authing_core::Error;
use authing_core::host::EventDetail;
use authing_wxapp::{ButtonEvent, WxClient, WxappLogin};

use crate::wx::phone::{TestHost, agreed, detail, kind, name, run};

/// A call, whatever it answers.
type Tapped = fn(&WxClient, ButtonEvent) -> Result<(), Error>;

const CALLS: [(&str, Tapped); 4] = [
    ("auth", |client, tap| run(client.login_with_wxapp(WxappLogin::new(tap))).map(drop)),
    ("getphone", |client, tap| run(client.get_phone(tap)).map(drop)),
    ("phone", |client, tap| run(client.bind_phone(tap)).map(drop)),
    ("decrypt", |client, tap| run(client.decrypt(tap)).map(drop)),
];

#[test]
fn each_call_has_its_path_and_sends_the_data_with_its_code() {
    for (path, call) in CALLS {
        let host = TestHost::new();
        let client = host.client(|phone| {
            phone.expect_request().withf(move |options| {
                assert_eq!(options.url, format!("https://oauth.authing.cn/oauth/wechatapp/{path}/pool-1"));
                assert_eq!(options.data.as_deref(), Some(r#"{"iv":"IV","encryptedData":"ED","code":"code-1"}"#));
                assert_eq!(options.method, "POST");
                false
            });
        });
        client.session().set_token("USER_TOKEN").unwrap();
        call(&client, agreed()).unwrap();
        assert_eq!(host.told(), ["login 1", "request code-1", "login 2"], "{path}");
    }
}

#[test]
fn wechat_endpoints_send_the_bare_user_token() {
    let signed = |path: &'static str| match path {
        "auth" => None,
        _ => Some("USER_TOKEN"),
    };
    for (path, call) in CALLS {
        let host = TestHost::new();
        let client = host.client(|phone| {
            phone.expect_request().withf(move |options| {
                let header = options.header.iter().find(|(name, _)| *name == "authorization");
                assert_eq!(header.map(|(_, value)| value.as_str()), signed(path), "{path}");
                false
            });
        });
        client.session().set_token("USER_TOKEN").unwrap();
        call(&client, agreed()).unwrap();
    }
}

#[test]
fn declined_dialog_sends_nothing_and_keeps_the_code() {
    for err_msg in ["getUserInfo:fail auth deny", "getPhoneNumber:fail user deny", "getPhoneNumber:fail", ""] {
        for (path, call) in CALLS {
            let host = TestHost::new();
            let client = host.client(|_| {});
            let given =
                ButtonEvent::new(EventDetail { encrypted_data: "".into(), iv: String::new(), ..detail(err_msg) });
            for tap in [given.clone(), given.with_code("mine")] {
                match call(&client, tap) {
                    Err(Error::Declined(said)) => assert_eq!(said.reason, err_msg),
                    other => panic!("{path}: {other:?}"),
                }
            }
            assert_eq!(host.told(), [""; 0], "{path}");
        }
    }
}

#[test]
fn a_call_that_sends_nothing_leaves_the_code_to_the_next() {
    let host = TestHost::new();
    let client = host.client(|_| {});
    run(client.prepare()).unwrap();
    assert_eq!(kind(run(client.bind_phone(agreed()))), "NotLoggedIn");
    run(client.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    assert_eq!(host.told(), ["login 1", "request code-1", "login 2"]);
}

#[test]
fn data_that_lacks_a_part_is_an_argument_and_uses_no_code() {
    for (lacking, call) in CALLS.iter().flat_map(|(_, call)| [("encryptedData", call), ("iv", call)]) {
        let host = TestHost::new();
        let client = host.client(|_| {});
        client.session().set_token("USER_TOKEN").unwrap();
        let mut detail = detail("getUserInfo:ok");
        match lacking {
            "iv" => detail.iv.clear(),
            _ => detail.encrypted_data = "".into(),
        }
        let error = call(&client, ButtonEvent::new(detail)).unwrap_err();
        assert_eq!(name(&error), "InvalidArgument");
        assert!(error.to_string().contains(lacking), "{error}");
        assert_eq!(host.told(), ["login 1"]);
    }
}

#[test]
fn an_answer_that_is_not_of_the_protocol_is_said_to_be_so() {
    for (_, call) in CALLS {
        for data in ["", "<html>", "{}", r#"{"data":null}"#, r#"{"code":200,"data":null}"#, r#"{"code":200,"data":7}"#]
        {
            let host = TestHost::new();
            let client = host.client(|phone| {
                phone.expect_request().returning(move |_| Ok(crate::wx::phone::ok(data)));
            });
            client.session().set_token("USER_TOKEN").unwrap();
            let outcome = kind(call(&client, agreed()));
            assert_eq!(outcome, "InvalidResponse", "{data}");
            assert_eq!(host.told(), ["login 1", "login 2"]);
        }
    }
}
