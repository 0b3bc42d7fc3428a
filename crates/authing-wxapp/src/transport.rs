//! The core's traits over [`Wx`].

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use authing_core::host::{Host, HostCall, HostResponse};
use authing_core::transport::AsyncTransport;
use authing_core::{Error, HttpSettings, Request, Response, Timestamp, TransportError};

use crate::convert::{self, WxBody};
use crate::wx::{RequestOptions, UploadOptions, Wx};

/// Sends with `wx.request` and `wx.uploadFile`, and calls the other `wx` APIs as the host.
pub struct WxTransport {
    wx: Arc<dyn Wx>,
    settings: HttpSettings,
}

impl WxTransport {
    /// A transport with the limits of a configuration's settings ([`Config::http`](authing_core::Config::http)).
    pub fn new(wx: Arc<dyn Wx>, settings: HttpSettings) -> Self {
        Self { wx, settings }
    }
}

#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
impl AsyncTransport for WxTransport {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        let (url, timeout) = (request.url().to_owned(), self.settings.timeout());
        let answer = match convert::to_wx_body(&request)? {
            WxBody::Request(data) => {
                let header = convert::headers(&request).map(|(name, value)| (name, value.to_owned())).collect();
                let (method, data) = (request.method().as_str(), data.map(str::to_owned));
                self.wx.request(RequestOptions { url, method, header, data, timeout }).await
            }
            WxBody::Upload { file_path, form } => {
                let (name, form_data) = (form.file_field.to_owned(), form.fields.clone());
                let file_path = file_path.to_owned();
                self.wx.upload_file(UploadOptions { url, file_path, name, form_data, timeout }).await
            }
        };
        convert::from_wx_response(answer.map_err(convert::transport_error)?, &self.settings)
    }

    async fn sleep(&self, time: Duration) {
        self.wx.sleep(time).await;
    }

    fn now(&self) -> Timestamp {
        self.wx.now()
    }

    fn host(&self) -> Option<&dyn Host> {
        Some(self)
    }
}

#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
impl Host for WxTransport {
    async fn call(&self, call: HostCall) -> Result<HostResponse, Error> {
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
