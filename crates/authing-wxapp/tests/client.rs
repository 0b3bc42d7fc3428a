//! The client over a mock of `wx`: every answer and every `fail`.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use async_trait::async_trait;
use authing_core::host::Detail;
use authing_core::login::Login;
use authing_core::{Config, Error, FaultKind, SessionState, Timestamp};
use authing_wxapp::{RequestOptions, Tap, UploadOptions, Wx, WxClient, WxFail, WxLogin, WxResponse};
use mockall::mock;

mock! {
    Phone {}
    #[async_trait]
    impl Wx for Phone {
        async fn request(&self, options: RequestOptions) -> Result<WxResponse, WxFail>;
        async fn upload_file(&self, options: UploadOptions) -> Result<WxResponse, WxFail>;
        async fn login(&self) -> Result<String, WxFail>;
        async fn check_session(&self) -> Result<(), WxFail>;
        async fn get_setting(&self) -> Result<bool, WxFail>;
        async fn get_user_info(&self) -> Result<Detail, WxFail>;
        async fn choose_image(&self) -> Result<Vec<String>, WxFail>;
        async fn get_random_values(&self, length: usize) -> Result<Vec<u8>, WxFail>;
        async fn sleep(&self, time: Duration);
        fn now(&self) -> Timestamp;
        fn get_storage(&self, key: &str) -> Result<String, WxFail>;
        fn set_storage(&self, key: &str, value: &str) -> Result<(), WxFail>;
        fn remove_storage(&self, key: &str) -> Result<(), WxFail>;
    }
}

type Log = Arc<Mutex<Vec<String>>>;

/// A phone on which nothing was arranged but a clock, randomness, an empty storage and codes that are numbered.
fn phone(now: &Arc<Mutex<u64>>, log: &Log) -> MockPhone {
    let mut phone = MockPhone::new();
    let clock = Arc::clone(now);
    phone.expect_now().returning(move || Timestamp::from_secs(*clock.lock().unwrap()));
    phone.expect_get_random_values().returning(|length| Ok(vec![7; length]));
    phone.expect_get_storage().returning(|_| Ok(String::new()));
    phone.expect_set_storage().returning(|_, _| Ok(()));
    phone.expect_remove_storage().returning(|_| Ok(()));
    let (codes, log) = (Mutex::new(0), Arc::clone(log));
    phone.expect_login().returning(move || {
        let mut number = codes.lock().unwrap();
        *number += 1;
        log.lock().unwrap().push(format!("login {number}"));
        Ok(format!("code-{number}"))
    });
    phone
}

fn answering(phone: &mut MockPhone, log: &Log, answer: impl Fn(&str) -> WxResponse + Send + 'static) {
    let log = Arc::clone(log);
    phone.expect_request().returning(move |options| {
        let data = options.data.unwrap_or_default();
        let code = data.split("\"code\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("-");
        log.lock().unwrap().push(format!("request {code}"));
        Ok(answer(&options.url))
    });
}

fn ok(data: &str) -> WxResponse {
    WxResponse { status: 200, data: data.to_owned(), ..WxResponse::default() }
}

const USER: &str = r#"{"code":200,"data":{"_id":"u1","token":"TOKEN"}}"#;

fn agreed() -> Tap {
    Tap::new(Detail { err_msg: "getUserInfo:ok".into(), encrypted_data: "ED".into(), iv: "IV".into() })
}

/// Nothing here waits for anything real, so a future that is polled is done.
fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    for _ in 0..100 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
    panic!("the future never ends")
}

fn client(phone: MockPhone) -> WxClient {
    run(WxClient::new(Config::new("pool-1").unwrap(), phone)).unwrap()
}

fn parts() -> (Arc<Mutex<u64>>, Log) {
    (Arc::new(Mutex::new(1_600_000_000)), Log::default())
}

fn told(log: &Log) -> Vec<String> {
    std::mem::take(&mut log.lock().unwrap())
}

#[test]
fn a_code_is_taken_before_used_once_and_replaced_after() {
    let (now, log) = parts();
    let mut phone = phone(&now, &log);
    answering(&mut phone, &log, |_| ok(USER));
    let client = client(phone);
    run(client.prepare()).unwrap();
    for _ in 0..2 {
        run(client.login_with_wxapp(WxLogin::new(agreed()))).unwrap();
    }
    assert_eq!(told(&log), ["login 1", "request code-1", "login 2", "request code-2", "login 3"]);
    assert_eq!(client.session().state(Timestamp::default()), SessionState::SignedIn);
}

#[test]
fn after_six_minutes_the_person_taps_again_and_nothing_is_sent_in_between() {
    let (now, log) = parts();
    let mut phone = phone(&now, &log);
    answering(&mut phone, &log, |_| ok(USER));
    let client = client(phone);
    run(client.prepare()).unwrap();
    *now.lock().unwrap() += 360;
    assert!(matches!(run(client.login_with_wxapp(WxLogin::new(agreed()))), Err(Error::TapAgain)));
    run(client.login_with_wxapp(WxLogin::new(agreed()))).unwrap();
    assert_eq!(told(&log), ["login 1", "login 2", "request code-2", "login 3"]);
}

#[test]
fn data_that_does_not_decrypt_is_tap_again_with_the_next_code_ready() {
    let (now, log) = parts();
    let mut phone = phone(&now, &log);
    answering(&mut phone, &log, |_| ok(r#"{"code":41003,"message":"encryptedData 解密失败"}"#));
    let client = client(phone);
    run(client.prepare()).unwrap();
    assert!(matches!(run(client.login_with_wxapp(WxLogin::new(agreed()))), Err(Error::TapAgain)));
    assert_eq!(told(&log), ["login 1", "request code-1", "login 2"]);
}

#[test]
fn a_code_that_was_not_sent_is_not_used_up() {
    let (now, log) = parts();
    let mut phone = phone(&now, &log);
    answering(&mut phone, &log, |_| ok(USER));
    let client = client(phone);
    run(client.prepare()).unwrap();
    assert!(matches!(run(client.bind_phone(agreed())), Err(Error::NotLoggedIn)));
    run(client.login_with_wxapp(WxLogin::new(agreed()))).unwrap();
    assert_eq!(told(&log), ["login 1", "request code-1", "login 2"]);
}

#[test]
fn a_given_code_is_used_as_it_is_and_no_other_is_taken() {
    let (now, log) = parts();
    let mut phone = phone(&now, &log);
    answering(&mut phone, &log, |_| ok(USER));
    let client = client(phone);
    run(client.login_with_wxapp(WxLogin::new(agreed().with_code("mine")))).unwrap();
    assert_eq!(told(&log), ["request mine"]);
}

#[test]
fn a_person_who_declines_is_no_request() {
    let (now, log) = parts();
    let client = client(phone(&now, &log));
    let tap =
        Tap::new(Detail { err_msg: "getUserInfo:fail auth deny".into(), encrypted_data: "".into(), iv: String::new() });
    assert!(matches!(run(client.get_phone(tap)), Err(Error::Declined(_))));
    assert_eq!(told(&log), [""; 0]);
}

#[test]
fn prepare_asks_after_the_session_and_replaces_a_lost_one() {
    let (now, log) = parts();
    let mut phone = phone(&now, &log);
    let mut lives = vec![true, false].into_iter();
    let lives = Mutex::new(move || lives.next().unwrap());
    phone
        .expect_check_session()
        .times(2)
        .returning(move || if lives.lock().unwrap()() { Ok(()) } else { Err(WxFail::new("checkSession:fail")) });
    let client = client(phone);
    for _ in 0..3 {
        run(client.prepare()).unwrap();
    }
    assert_eq!(told(&log), ["login 1", "login 2"]);
}

#[test]
fn login_silently_takes_the_code_before_the_data() {
    let (now, log) = parts();
    let mut phone = phone(&now, &log);
    answering(&mut phone, &log, |_| ok(USER));
    phone.expect_get_setting().returning(|| Ok(true));
    let seen = Arc::clone(&log);
    phone.expect_get_user_info().returning(move || {
        seen.lock().unwrap().push("data".into());
        Ok(agreed_detail())
    });
    run(client(phone).login_silently()).unwrap();
    assert_eq!(told(&log), ["login 1", "data", "request code-1", "login 2"]);
}

fn agreed_detail() -> Detail {
    Detail { err_msg: "getUserInfo:ok".into(), encrypted_data: "ED".into(), iv: "IV".into() }
}

#[test]
fn login_silently_is_declined_where_it_was_not_granted() {
    let (now, log) = parts();
    let mut phone = phone(&now, &log);
    phone.expect_get_setting().returning(|| Ok(false));
    assert!(matches!(run(client(phone).login_silently()), Err(Error::Declined(_))));
    assert_eq!(told(&log), [""; 0]);
}

#[test]
fn each_fail_of_wx_is_an_error() {
    let fail = || WxFail::new("some:fail system error");
    let host = |error: Error| assert!(matches!(error, Error::Host(_)), "{error}");
    let (now, log) = parts();
    let mut asking = phone(&now, &log);
    asking.expect_get_setting().returning(move || Err(fail()));
    asking.expect_choose_image().returning(move || Err(fail()));
    let asking = client(asking);
    host(run(asking.login_silently()).unwrap_err());
    host(run(asking.change_avatar("u1")).unwrap_err());

    let mut cancelling = phone(&now, &log);
    cancelling.expect_choose_image().returning(|| Err(WxFail::new("chooseImage:fail cancel")));
    assert!(matches!(run(client(cancelling).change_avatar("u1")), Err(Error::Declined(_))));

    let mut empty = phone(&now, &log);
    empty.expect_choose_image().returning(|| Ok(vec![]));
    host(run(client(empty).change_avatar("u1")).unwrap_err());
}

#[test]
fn a_failing_login_is_the_hosts_error() {
    let mut phone = MockPhone::new();
    phone.expect_now().returning(|| Timestamp::from_secs(1));
    phone.expect_get_random_values().returning(|_| Err(WxFail::new("getRandomValues:fail")));
    phone.expect_get_storage().returning(|_| Ok(String::new()));
    phone.expect_login().returning(|| Err(WxFail::new("login:fail")));
    let client = client(phone);
    assert!(matches!(run(client.prepare()), Err(Error::Host(_))));
    assert!(matches!(run(client.login(Login::email("a@b.com", "pw123456"))), Err(Error::NoRandomness)));
}

#[test]
fn the_avatar_goes_by_its_path_and_every_failure_ends() {
    let (now, log) = parts();
    for (uploaded, succeeds) in [
        (Ok(ok(r#"{"key":"avatar/k.png","hash":"h"}"#)), true),
        (Ok(ok("{}")), false),
        (Ok(ok("<html>")), false),
        (Err(WxFail::new("uploadFile:fail timeout")), false),
    ] {
        let mut phone = phone(&now, &log);
        answering(&mut phone, &log, |_| {
            ok(r#"{"data":{"qiNiuUploadToken":"T","updateUser":{"_id":"u1","photo":"p"}}}"#)
        });
        phone.expect_choose_image().returning(|| Ok(vec!["http://tmp/a.png".into()]));
        phone.expect_upload_file().returning(move |options| {
            assert_eq!((options.file_path.as_str(), options.name.as_str()), ("http://tmp/a.png", "file"));
            assert_eq!(options.form_data[1].1, "avatar/wechatapp/a.png");
            uploaded.clone()
        });
        assert_eq!(run(client(phone).change_avatar("u1")).is_ok(), succeeds);
    }
}

#[test]
fn a_failed_request_is_a_fault_of_its_kind() {
    for (fail, kind) in [
        (WxFail { err_msg: "request:fail".into(), errno: Some(5) }, FaultKind::Timeout),
        (WxFail::new("request:fail timeout"), FaultKind::Timeout),
        (WxFail::new("request:fail url not in domain list"), FaultKind::Other),
        (WxFail { err_msg: "request:fail".into(), errno: Some(600_003) }, FaultKind::Interrupted),
        (WxFail::new("request:fail abort"), FaultKind::Interrupted),
        (WxFail::new("request:fail net::ERR_CONNECTION_REFUSED"), FaultKind::Connect),
    ] {
        let (now, log) = parts();
        let mut phone = phone(&now, &log);
        phone.expect_request().returning(move |_| Err(fail.clone()));
        match run(client(phone).login(Login::email("a@b.com", "pw123456"))) {
            Err(Error::NoAnswer(fault)) => assert_eq!(fault.kind, kind),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn storage_that_fails_is_an_error_of_its_own() {
    let mut phone = MockPhone::new();
    phone.expect_get_storage().returning(|_| Err(WxFail::new("getStorageSync:fail")));
    let result = run(WxClient::new(Config::new("pool-1").unwrap(), phone));
    assert!(matches!(result, Err(Error::Store(_))));
}
