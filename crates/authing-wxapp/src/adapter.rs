//! The core's traits, over a [`Wx`].

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use authing_core::host::{Host, HostAnswer, HostCall};
use authing_core::transport::AsyncTransport;
use authing_core::{Body, Config, Error, Fault, Timestamp, Token, TokenStore};
use http::{Request, Response};

use crate::translate::{self, Sending};
use crate::wx::{Wx, WxFail};

/// Sends by `wx.request` and `wx.uploadFile`.
pub struct WxTransport {
    wx: Arc<dyn Wx>,
    config: Config,
}

impl WxTransport {
    /// A transport with the limits of a configuration.
    pub fn new(wx: Arc<dyn Wx>, config: Config) -> Self {
        Self { wx, config }
    }
}

#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
impl AsyncTransport for WxTransport {
    async fn send(&self, request: Request<Body>) -> Result<Response<Vec<u8>>, Fault> {
        let answer = match translate::sending(request, &self.config)? {
            Sending::Request(options) => self.wx.request(options).await,
            Sending::Upload(options) => self.wx.upload_file(options).await,
        };
        translate::response(answer.map_err(translate::fault)?, &self.config)
    }

    async fn sleep(&self, time: Duration) {
        self.wx.sleep(time).await;
    }

    fn now(&self) -> Timestamp {
        self.wx.now()
    }
}

/// Asks by the other abilities of `wx`.
pub struct WxHost {
    wx: Arc<dyn Wx>,
}

impl WxHost {
    /// A host.
    pub fn new(wx: Arc<dyn Wx>) -> Self {
        Self { wx }
    }
}

#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
impl Host for WxHost {
    async fn ask(&self, call: HostCall) -> Result<HostAnswer, Error> {
        let answer = match call {
            HostCall::Login => match self.wx.login().await {
                Ok(code) if code.is_empty() => return Err(translate::incomplete(call)),
                code => code.map(|code| HostAnswer::Code(code.into())),
            },
            HostCall::CheckSession => Ok(HostAnswer::Flag(self.wx.check_session().await.is_ok())),
            HostCall::UserInfoAllowed => self.wx.get_setting().await.map(HostAnswer::Flag),
            HostCall::UserInfo => self.wx.get_user_info().await.map(HostAnswer::Detail),
            HostCall::ChooseImage => match self.wx.choose_image().await {
                Ok(paths) => {
                    return paths.into_iter().next().map(HostAnswer::ImagePath).ok_or(translate::incomplete(call));
                }
                Err(fail) => Err(fail),
            },
            _ => return Err(translate::incomplete(call)),
        };
        answer.map_err(|fail| translate::host_error(call, fail))
    }
}

/// Keeps the token in `wx`'s storage.
pub struct WxStore {
    wx: Arc<dyn Wx>,
}

impl WxStore {
    /// The key that the published clients use, so that a person who was logged in stays so.
    pub const KEY: &str = "_authing_token";

    /// A store.
    pub fn new(wx: Arc<dyn Wx>) -> Self {
        Self { wx }
    }
}

fn store_error(fail: WxFail) -> Error {
    Error::Store(Arc::new(fail))
}

impl TokenStore for WxStore {
    fn load(&self) -> Result<Option<Token>, Error> {
        let token = self.wx.get_storage(Self::KEY).map_err(store_error)?;
        Ok((!token.is_empty()).then(|| token.into()))
    }

    fn save(&self, token: &Token) -> Result<(), Error> {
        self.wx.set_storage(Self::KEY, token.expose()).map_err(store_error)
    }

    fn remove(&self) -> Result<(), Error> {
        self.wx.remove_storage(Self::KEY).map_err(store_error)
    }
}

impl fmt::Debug for WxStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WxStore(…)")
    }
}
