//! The functions that only a mini-program's host has.

use async_trait::async_trait;

use crate::{Ciphertext, Error, WechatCode};

/// A call of the host of a mini-program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HostCall {
    /// `wx.login`: a fresh code. It may rotate the `session_key`.
    Login,
    /// `wx.checkSession`: whether the `session_key` is still valid.
    CheckSession,
    /// `wx.getSetting`: whether the user has granted `scope.userInfo`.
    GetSetting,
    /// `wx.getUserInfo`: the user's name and photo, encrypted.
    GetUserInfo,
    /// `wx.chooseImage` of one image.
    ChooseImage,
}

/// The response of the host, of the kind that fits the call.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum HostResponse {
    /// The response to [`HostCall::Login`].
    Code(WechatCode),
    /// The response to [`HostCall::CheckSession`] and [`HostCall::GetSetting`].
    Bool(bool),
    /// The response to [`HostCall::GetUserInfo`].
    EventDetail(EventDetail),
    /// The response to [`HostCall::ChooseImage`]: the temporary path of the image.
    ImagePath(String),
}

/// The result of a mini-program's open-type button (`e.detail`) or of `wx.getUserInfo`.
#[derive(Clone, Debug)]
pub struct EventDetail {
    /// `getUserInfo:ok` or `getPhoneNumber:ok`. Any other value means that the user declined.
    pub err_msg: String,
    /// The data, encrypted with the `session_key`.
    pub encrypted_data: Ciphertext,
    /// The initialization vector, base64.
    pub iv: String,
}

/// The `wx` API of a mini-program's host. A failure is [`Error::Declined`] if the user declined, otherwise [`Error::Host`].
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
pub trait Host: crate::sync::MaybeSendSync {
    /// Calls the `wx` API and returns the response of the fitting kind.
    async fn call(&self, call: HostCall) -> Result<HostResponse, Error>;
}

/// The error of a client without a host.
pub(crate) fn no_host() -> Error {
    Error::host("only a mini-program can do this: the client has no host")
}
