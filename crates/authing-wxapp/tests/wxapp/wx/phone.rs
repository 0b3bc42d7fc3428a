//! A mock of `wx`, and a host for it in which everything goes well but what a test arranges otherwise.

use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use async_trait::async_trait;
use authing_core::host::EventDetail;
use authing_core::{Config, Error, Timestamp};
use authing_wxapp::{ButtonEvent, RequestOptions, UploadOptions, Wx, WxClient, WxError, WxResponse};
use mockall::mock;

mock! {
    pub(crate) Phone {}
    #[async_trait]
    impl Wx for Phone {
        async fn request(&self, options: RequestOptions) -> Result<WxResponse, WxError>;
        async fn upload_file(&self, options: UploadOptions) -> Result<WxResponse, WxError>;
        async fn login(&self) -> Result<String, WxError>;
        async fn check_session(&self) -> Result<(), WxError>;
        async fn get_setting(&self) -> Result<bool, WxError>;
        async fn get_user_info(&self) -> Result<EventDetail, WxError>;
        async fn choose_image(&self) -> Result<Vec<String>, WxError>;
        async fn get_random_values(&self, length: usize) -> Result<Vec<u8>, WxError>;
        async fn sleep(&self, time: Duration);
        fn now(&self) -> Timestamp;
        fn get_storage(&self, key: &str) -> Result<String, WxError>;
        fn set_storage(&self, key: &str, value: &str) -> Result<(), WxError>;
        fn remove_storage(&self, key: &str) -> Result<(), WxError>;
    }
}

/// The user of the login, the change or the query.
pub(crate) const USER: &str = r#"{"_id":"u1","token":"TOKEN"}"#;

/// A clock, and what was asked of the phone. Clones are the same host.
#[derive(Clone)]
pub(crate) struct TestHost {
    now: Arc<AtomicU64>,
    log: Arc<Mutex<Vec<String>>>,
    codes: Arc<AtomicU64>,
}

impl TestHost {
    pub(crate) fn new() -> Self {
        Self { now: Arc::new(AtomicU64::new(1_600_000_000_000)), log: Arc::default(), codes: Arc::default() }
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.now.load(Ordering::Relaxed))
    }

    pub(crate) fn pass(&self, time: Duration) {
        self.now.fetch_add(u64::try_from(time.as_millis()).unwrap(), Ordering::Relaxed);
    }

    /// Puts the clock back, as a person may.
    pub(crate) fn put_back(&self, time: Duration) {
        self.now.fetch_sub(u64::try_from(time.as_millis()).unwrap(), Ordering::Relaxed);
    }

    pub(crate) fn say(&self, what: impl Into<String>) {
        self.log.lock().unwrap().push(what.into());
    }

    /// What was asked of the phone since the last time, in order.
    pub(crate) fn told(&self) -> Vec<String> {
        std::mem::take(&mut self.log.lock().unwrap())
    }

    /// A phone. What `arrange` expects comes first; all else goes well.
    pub(crate) fn phone(&self, arrange: impl FnOnce(&mut MockPhone)) -> MockPhone {
        let mut phone = MockPhone::new();
        arrange(&mut phone);
        self.talk(&mut phone);
        self.agree(&mut phone);
        self.keep(&mut phone);
        phone
    }

    /// A client on such a phone.
    pub(crate) fn client(&self, arrange: impl FnOnce(&mut MockPhone)) -> WxClient {
        run(WxClient::new(Config::new("pool-1").unwrap(), self.phone(arrange))).unwrap()
    }

    fn talk(&self, phone: &mut MockPhone) {
        let host = self.clone();
        phone.expect_request().returning(move |options| {
            host.say(format!("request {}", code_in(options.data.as_deref().unwrap_or_default())));
            Ok(agreeing(&options.url))
        });
        let host = self.clone();
        phone.expect_upload_file().returning(move |_| {
            host.say("upload");
            Ok(ok(r#"{"key":"avatar/k.png","hash":"h"}"#))
        });
    }

    fn agree(&self, phone: &mut MockPhone) {
        let host = self.clone();
        phone.expect_login().returning(move || {
            let number = host.codes.fetch_add(1, Ordering::Relaxed) + 1;
            host.say(format!("login {number}"));
            Ok(format!("code-{number}"))
        });
        let host = self.clone();
        phone.expect_check_session().returning(move || {
            host.say("session");
            Ok(())
        });
        phone.expect_get_setting().returning(|| Ok(true));
        let host = self.clone();
        phone.expect_get_user_info().returning(move || {
            host.say("data");
            Ok(detail("getUserInfo:ok"))
        });
        phone.expect_choose_image().returning(|| Ok(vec!["http://tmp/a.png".to_owned()]));
    }

    fn keep(&self, phone: &mut MockPhone) {
        phone.expect_get_random_values().returning(|length| Ok(vec![7; length]));
        phone.expect_get_storage().returning(|_| Ok(String::new()));
        phone.expect_set_storage().returning(|_, _| Ok(()));
        phone.expect_remove_storage().returning(|_| Ok(()));
        let host = self.clone();
        phone.expect_now().returning(move || host.now());
        let host = self.clone();
        // More waits than any call here needs: a call with more is in a loop.
        phone.expect_sleep().times(..=100).returning(move |time| host.pass(time));
    }
}

/// The code in a request's JSON.
pub(crate) fn code_in(data: &str) -> &str {
    data.split(r#""code":""#).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("-")
}

/// A service that agrees to everything.
fn agreeing(url: &str) -> WxResponse {
    if url.ends_with("/graphql") {
        return ok(&format!(
            r#"{{"data":{{"qiNiuUploadToken":"T","updateUser":{USER},"login":{USER},"user":{USER}}}}}"#
        ));
    }
    ok(
        r#"{"code":200,"data":{"_id":"u1","token":"TOKEN","phoneNumber":"+86176","purePhoneNumber":"176","countryCode":"86","watermark":{}}}"#,
    )
}

pub(crate) fn ok(data: &str) -> WxResponse {
    WxResponse { status: 200, data: data.to_owned(), ..WxResponse::default() }
}

pub(crate) fn detail(err_msg: &str) -> EventDetail {
    EventDetail { err_msg: err_msg.to_owned(), encrypted_data: "ED".into(), iv: "IV".to_owned() }
}

/// A person who tapped, and agreed.
pub(crate) fn agreed() -> ButtonEvent {
    ButtonEvent::new(detail("getUserInfo:ok"))
}

/// Nothing here waits for anything real, so a future that is polled is done; one that hangs never is.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the future waits for something that nobody does"),
    }
}

/// The kind of an outcome: `ok`, or the error's name.
pub(crate) fn kind<T>(outcome: Result<T, Error>) -> String {
    outcome.map_or_else(|error| name(&error), |_| "ok".to_owned())
}

/// An error's name.
pub(crate) fn name(error: &Error) -> String {
    format!("{error:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
}
