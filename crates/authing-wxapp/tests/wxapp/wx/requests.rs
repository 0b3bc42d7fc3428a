//! `wx.request`: what it is given, and what becomes of its `success` and its `fail`.

use std::time::Duration;

use authing_core::login::Login;
use authing_core::transport::AsyncTransport as _;
use authing_core::{
    Body, Config, Error, ErrorCode, Method, MultipartForm, Request, RetryPolicy, TransportErrorKind, UploadFile,
};
use authing_wxapp::{WxClient, WxError, WxResponse, WxTransport};

use crate::wx::phone::{MockPhone, TestHost, kind, name, ok, run};

fn configured(host: &TestHost, config: Config, arrange: impl FnOnce(&mut MockPhone)) -> WxClient {
    run(WxClient::new(config, host.phone(arrange))).unwrap()
}

fn config() -> Config {
    Config::new("pool-1").unwrap().with_timeout(Duration::from_secs(3))
}

#[test]
fn a_call_is_sent_with_its_headers_and_its_time_limit() {
    let client = configured(&TestHost::new(), config(), |phone| {
        phone.expect_request().once().returning(|options| {
            assert_eq!((options.url.as_str(), options.method), ("https://users.authing.cn/graphql", "POST"));
            assert_eq!(options.timeout, Duration::from_secs(3));
            let names: Vec<_> = options.header.iter().map(|(name, _)| *name).collect();
            assert_eq!(names, ["accept", "content-type", "authorization"]);
            assert_eq!(options.header[2].1, "Bearer KEPT");
            assert!(options.data.unwrap().starts_with('{'));
            Ok(ok(r#"{"data":{"user":{"_id":"u1"}}}"#))
        });
    });
    client.session().set_token("KEPT").unwrap();
    run(client.client().user("u1")).unwrap();
}

#[test]
fn a_read_has_no_body() {
    let client = configured(&TestHost::new(), config(), |phone| {
        phone.expect_request().once().returning(|options| {
            assert_eq!((options.method, options.data), ("GET", None));
            Ok(ok(r#"{"code":200,"message":"ok"}"#))
        });
    });
    run(client.client().send_sms_code("17670416754")).unwrap();
}

#[test]
fn each_failure_is_a_fault_of_its_kind() {
    let fail = |err_msg: &str, errno| WxError { err_msg: err_msg.to_owned(), errno };
    for (fail, fault_kind) in [
        (fail("request:fail", Some(5)), TransportErrorKind::Timeout),
        (fail("request:fail timeout", None), TransportErrorKind::Timeout),
        (fail("request:fail the connection timed out", Some(0)), TransportErrorKind::Timeout),
        (fail("request:fail time out", None), TransportErrorKind::Timeout),
        (fail("request:fail url not in domain list", None), TransportErrorKind::Other),
        (fail("request:fail invalid url", None), TransportErrorKind::Other),
        (fail("request:fail", Some(600_002)), TransportErrorKind::Other),
        (fail("request:fail", Some(600_009)), TransportErrorKind::Other),
        (fail("request:fail", Some(600_003)), TransportErrorKind::ConnectionLost),
        (fail("request:fail abort", None), TransportErrorKind::ConnectionLost),
        (fail("request:fail net::ERR_CONNECTION_RESET reset", None), TransportErrorKind::ConnectionLost),
        (fail("request:fail interrupted", None), TransportErrorKind::ConnectionLost),
        (fail("request:fail connection closed", None), TransportErrorKind::ConnectionLost),
        (fail("request:fail cut off", None), TransportErrorKind::ConnectionLost),
        (fail("request:fail net::ERR_CONNECTION_REFUSED", None), TransportErrorKind::Connect),
        (fail("", None), TransportErrorKind::Connect),
    ] {
        let said = fail.err_msg.clone();
        let client = TestHost::new().client(|phone| {
            phone.expect_request().once().returning(move |_| Err(fail.clone()));
        });
        match run(client.client().login(Login::email("a@b.com", "pw123456"))) {
            Err(Error::Transport(fault)) => {
                assert_eq!(fault.kind, fault_kind, "{said}");
                assert_eq!(fault.source.unwrap().to_string(), said);
            }
            other => panic!("{said}: {}", kind(other)),
        }
    }
}

#[test]
fn a_failure_that_names_an_address_is_not_repeated() {
    let client = TestHost::new().client(|phone| {
        phone
            .expect_request()
            .once()
            .returning(|_| Err(WxError::new("request:fail https://x/send_smscode/17670416754")));
    });
    match run(client.client().login(Login::email("a@b.com", "pw123456"))) {
        Err(Error::Transport(fault)) => assert!(fault.source.is_none()),
        other => panic!("{}", kind(other)),
    }
}

#[test]
fn invalid_status_is_a_transport_error() {
    let answer = |status, data: &str| WxResponse { status, data: data.to_owned(), ..WxResponse::default() };
    let refusal = r#"{"errors":[{"message":{"code":2006,"message":"密码不正确"}}],"data":null}"#;
    for (answer, outcome) in [
        (answer(200, refusal), "Service"),
        (answer(500, refusal), "Service"),
        (answer(404, "<html>"), "InvalidResponse"),
        (answer(200, ""), "InvalidResponse"),
        (answer(0, "{}"), "Transport"),
        (answer(99, "{}"), "Transport"),
        (answer(200, &"x".repeat(101)), "Transport"),
    ] {
        let client = configured(&TestHost::new(), config().with_body_limit(100), |phone| {
            let answer = answer.clone();
            phone.expect_request().once().returning(move |_| Ok(answer.clone()));
        });
        let outcome_was = run(client.client().login(Login::email("a@b.com", "pw123456")));
        assert_eq!(kind(outcome_was), outcome, "{} {}", answer.status, answer.data.len());
    }
}

#[test]
fn a_read_is_repeated_after_a_sleep_and_retry_after_is_honoured() {
    let host = TestHost::new();
    let mut answers = vec![
        Ok(WxResponse { status: 503, retry_after: Some(2), ..WxResponse::default() }),
        Err(WxError::new("request:fail abort")),
        Ok(ok(r#"{"data":{"user":{"_id":"u1"}}}"#)),
    ]
    .into_iter();
    let clock = host.clone();
    let client = configured(&host, config(), |phone| {
        phone.expect_request().times(3).returning(move |_| answers.next().unwrap());
        phone.expect_sleep().times(2).returning(move |time| {
            clock.say(format!("slept {}", time >= Duration::from_secs(2)));
            clock.pass(time);
        });
    });
    run(client.client().user("u1")).unwrap();
    assert_eq!(host.told(), ["slept true", "slept false"]);
}

#[test]
fn a_read_is_not_repeated_for_ever() {
    let host = TestHost::new();
    let client =
        configured(&host, config().with_retry(RetryPolicy { max_attempts: 3, ..RetryPolicy::default() }), |phone| {
            phone.expect_request().times(3).returning(|_| Err(WxError::new("request:fail")));
        });
    assert!(run(client.client().user("u1")).unwrap_err().is_retryable());
}

#[test]
fn client_without_randomness_sends_all_but_passwords() {
    for random in [Err(WxError::new("getRandomValues:fail")), Ok(vec![7; 31]), Ok(vec![]), Ok(vec![7; 33])] {
        let host = TestHost::new();
        let client = host.client(|phone| {
            let random = random.clone();
            phone.expect_get_random_values().returning(move |_| random.clone());
        });
        let error = run(client.client().login(Login::email("a@b.com", "pw123456"))).unwrap_err();
        assert_eq!(name(&error), "NoRandomness");
        assert_eq!(host.told(), [""; 0]);
        run(client.client().user("u1")).unwrap();
        run(client.change_avatar("u1")).unwrap();
    }
}

#[test]
fn what_a_mini_program_cannot_send_is_unsupported() {
    let file = UploadFile::new("a.png", "image/png", b"x".as_slice());
    let upload = MultipartForm { fields: vec![], file_field: "file", file, boundary: String::new() };
    for body in [Body::Multipart(upload.into()), Body::Bytes(vec![0xff].into())] {
        let phone = TestHost::new().phone(|phone| {
            phone.expect_request().never();
            phone.expect_upload_file().never();
        });
        let transport = WxTransport::new(std::sync::Arc::new(phone), config().http().clone());
        let request = Request::new(Method::Get, "https://a.cn/", body);
        assert_eq!(run(transport.send(request)).unwrap_err().kind, TransportErrorKind::Unsupported);
    }
}

#[test]
fn the_services_code_is_the_errors() {
    let client = TestHost::new().client(|phone| {
        phone
            .expect_request()
            .once()
            .returning(|_| Ok(ok(r#"{"errors":[{"message":{"code":2006,"message":"密码不正确"}}],"data":null}"#)));
    });
    let error = run(client.client().login(Login::email("a@b.com", "pw123456"))).unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::WRONG_PASSWORD));
}
