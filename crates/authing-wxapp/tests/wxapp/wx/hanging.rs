//! A phone one of whose abilities never calls back: so a call can be cancelled in the middle.

use std::future::{Future, pending};
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use async_trait::async_trait;
use authing_core::host::EventDetail;
use authing_core::{Config, Timestamp};
use authing_wxapp::{RequestOptions, UploadOptions, Wx, WxClient, WxError, WxResponse};

use crate::wx::phone::{MockPhone, TestHost, run};

/// Which ability hangs. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct Hanging(Arc<Mutex<&'static str>>);

struct Phone {
    mock: MockPhone,
    hanging: Hanging,
}

impl Hanging {
    /// A client on a phone that may hang.
    pub(crate) fn client(host: &TestHost, arrange: impl FnOnce(&mut MockPhone)) -> (WxClient, Self) {
        let hanging = Self::default();
        let phone = Phone { mock: host.phone(arrange), hanging: hanging.clone() };
        (run(WxClient::new(Config::new("pool-1").unwrap(), phone)).unwrap(), hanging)
    }

    pub(crate) fn on(&self, ability: &'static str) {
        *self.0.lock().unwrap() = ability;
    }

    pub(crate) fn let_go(&self) {
        self.on("");
    }

    async fn pass(&self, ability: &str) {
        let hangs = *self.0.lock().unwrap() == ability;
        if hangs {
            pending::<()>().await;
        }
    }
}

/// Begins a call and drops it. Whether it hung.
pub(crate) fn hangs<T>(call: impl Future<Output = T>) -> bool {
    matches!(pin!(call).poll(&mut Context::from_waker(Waker::noop())), Poll::Pending)
}

#[async_trait]
impl Wx for Phone {
    async fn request(&self, options: RequestOptions) -> Result<WxResponse, WxError> {
        self.hanging.pass("request").await;
        self.mock.request(options).await
    }

    async fn upload_file(&self, options: UploadOptions) -> Result<WxResponse, WxError> {
        self.hanging.pass("uploadFile").await;
        self.mock.upload_file(options).await
    }

    async fn login(&self) -> Result<String, WxError> {
        self.hanging.pass("login").await;
        self.mock.login().await
    }

    async fn check_session(&self) -> Result<(), WxError> {
        self.hanging.pass("checkSession").await;
        self.mock.check_session().await
    }

    async fn get_setting(&self) -> Result<bool, WxError> {
        self.hanging.pass("getSetting").await;
        self.mock.get_setting().await
    }

    async fn get_user_info(&self) -> Result<EventDetail, WxError> {
        self.hanging.pass("getUserInfo").await;
        self.mock.get_user_info().await
    }

    async fn choose_image(&self) -> Result<Vec<String>, WxError> {
        self.hanging.pass("chooseImage").await;
        self.mock.choose_image().await
    }

    async fn get_random_values(&self, length: usize) -> Result<Vec<u8>, WxError> {
        self.mock.get_random_values(length).await
    }

    async fn sleep(&self, time: Duration) {
        self.hanging.pass("sleep").await;
        self.mock.sleep(time).await;
    }

    fn now(&self) -> Timestamp {
        self.mock.now()
    }

    fn get_storage(&self, key: &str) -> Result<String, WxError> {
        self.mock.get_storage(key)
    }

    fn set_storage(&self, key: &str, value: &str) -> Result<(), WxError> {
        self.mock.set_storage(key, value)
    }

    fn remove_storage(&self, key: &str) -> Result<(), WxError> {
        self.mock.remove_storage(key)
    }
}
