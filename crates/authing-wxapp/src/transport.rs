//! The core's traits over [`Wx`].

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use authing_core::host::{Host, HostCall, HostResponse};
use authing_core::transport::AsyncTransport;
use authing_core::{Body, Config, Error, Timestamp, Token, TokenStore, TransportError};
use http::{Request, Response};

use crate::convert::{self, WxRequest};
use crate::wx::{Wx, WxError};

/// The transport over `wx.request` and `wx.uploadFile`.
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
    async fn send(&self, request: Request<Body>) -> Result<Response<Vec<u8>>, TransportError> {
        let answer = match convert::to_wx_request(request, &self.config)? {
            WxRequest::Request(options) => self.wx.request(options).await,
            WxRequest::Upload(options) => self.wx.upload_file(options).await,
        };
        convert::from_wx_response(answer.map_err(convert::transport_error)?, &self.config)
    }

    async fn sleep(&self, time: Duration) {
        self.wx.sleep(time).await;
    }

    fn now(&self) -> Timestamp {
        self.wx.now()
    }
}

/// The host over the other APIs of `wx`.
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
    async fn ask(&self, call: HostCall) -> Result<HostResponse, Error> {
        let answer = match call {
            HostCall::Login => match self.wx.login().await {
                Ok(code) if code.is_empty() => return Err(convert::missing_result(call)),
                code => code.map(|code| HostResponse::Code(code.into())),
            },
            HostCall::CheckSession => Ok(HostResponse::Bool(self.wx.check_session().await.is_ok())),
            HostCall::GetSetting => self.wx.get_setting().await.map(HostResponse::Bool),
            HostCall::GetUserInfo => self.wx.get_user_info().await.map(HostResponse::EventDetail),
            HostCall::ChooseImage => match self.wx.choose_image().await {
                Ok(paths) => {
                    return paths.into_iter().next().map(HostResponse::ImagePath).ok_or(convert::missing_result(call));
                }
                Err(fail) => Err(fail),
            },
            _ => return Err(convert::missing_result(call)),
        };
        answer.map_err(|fail| convert::host_error(call, fail))
    }
}

/// The token store over `wx`'s storage.
pub struct WxTokenStore {
    wx: Arc<dyn Wx>,
}

impl WxTokenStore {
    /// The key of the published clients, so that a logged-in user stays logged in after a migration.
    pub const KEY: &str = "_authing_token";

    /// A store.
    pub fn new(wx: Arc<dyn Wx>) -> Self {
        Self { wx }
    }
}

fn store_error(fail: WxError) -> Error {
    Error::Store(Arc::new(fail))
}

impl TokenStore for WxTokenStore {
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

impl fmt::Debug for WxTokenStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WxTokenStore(…)")
    }
}
