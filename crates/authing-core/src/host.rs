//! What only a mini-program's host can do.

use async_trait::async_trait;

use crate::{Ciphertext, Error, WechatCode};

/// A question to the host of a mini-program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HostCall {
    /// `wx.login`: a fresh code. It may rotate the `session_key`.
    Login,
    /// `wx.checkSession`: whether the `session_key` still lives.
    CheckSession,
    /// `wx.getSetting`: whether the person once allowed `scope.userInfo`.
    GetSetting,
    /// `wx.getUserInfo`: the person's name and photo, encrypted.
    GetUserInfo,
    /// `wx.chooseImage` of one image.
    ChooseImage,
}

/// The host's answer, of the kind that was asked for.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum HostResponse {
    /// To [`HostCall::Login`].
    Code(WechatCode),
    /// To [`HostCall::CheckSession`] and [`HostCall::GetSetting`].
    Bool(bool),
    /// To [`HostCall::GetUserInfo`].
    EventDetail(EventDetail),
    /// To [`HostCall::ChooseImage`]: the temporary path of the image.
    ImagePath(String),
}

/// What a mini-program's open-type button or `wx.getUserInfo` hands over (`e.detail`).
#[derive(Clone, Debug)]
pub struct EventDetail {
    /// `getUserInfo:ok` or `getPhoneNumber:ok`. Anything else means that the person declined.
    pub err_msg: String,
    /// The data, encrypted with the `session_key`.
    pub encrypted_data: Ciphertext,
    /// The initialization vector, base64.
    pub iv: String,
}

/// The abilities of a mini-program's host. Failures are [`Error::Declined`] when the person declined, else [`Error::Host`].
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
pub trait Host: crate::transport::MaybeSendSync {
    /// Does what was asked, and answers in its kind.
    async fn call(&self, call: HostCall) -> Result<HostResponse, Error>;
}

/// The error of a client without a host.
pub(crate) fn no_host() -> Error {
    Error::Host("only a mini-program can do this: the client has no host".to_owned())
}
