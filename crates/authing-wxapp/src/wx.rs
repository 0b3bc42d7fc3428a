//! What a mini-program's `wx` can do, as far as Authing needs it.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use authing_core::Timestamp;
use authing_core::host::EventDetail;
use authing_core::transport::MaybeSendSync;

/// `wx`, one method for each of its abilities, under its name. A mock of it stands in for a phone.
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
pub trait Wx: MaybeSendSync {
    /// `wx.request`. Any status is an answer.
    async fn request(&self, options: RequestOptions) -> Result<WxResponse, WxError>;
    /// `wx.uploadFile`.
    async fn upload_file(&self, options: UploadOptions) -> Result<WxResponse, WxError>;
    /// `wx.login`: its `code`.
    async fn login(&self) -> Result<String, WxError>;
    /// `wx.checkSession`: fails when the `session_key` is gone.
    async fn check_session(&self) -> Result<(), WxError>;
    /// `wx.getSetting`: whether `authSetting['scope.userInfo']` is true.
    async fn get_setting(&self) -> Result<bool, WxError>;
    /// `wx.getUserInfo`.
    async fn get_user_info(&self) -> Result<EventDetail, WxError>;
    /// `wx.chooseImage` with `count: 1`: its `tempFilePaths`.
    async fn choose_image(&self) -> Result<Vec<String>, WxError>;
    /// `wx.getRandomValues`: as many bytes as asked for.
    async fn get_random_values(&self, length: usize) -> Result<Vec<u8>, WxError>;
    /// `setTimeout`.
    async fn sleep(&self, time: Duration);
    /// `Date.now()`.
    fn now(&self) -> Timestamp;
    /// `wx.getStorageSync`: empty for a missing key.
    fn get_storage(&self, key: &str) -> Result<String, WxError>;
    /// `wx.setStorageSync`.
    fn set_storage(&self, key: &str, value: &str) -> Result<(), WxError>;
    /// `wx.removeStorageSync`.
    fn remove_storage(&self, key: &str) -> Result<(), WxError>;
}

/// What `wx.request` is given. Its `dataType` is to be `text`: the core reads the JSON itself.
#[derive(Clone)]
pub struct RequestOptions {
    /// The address.
    pub url: String,
    /// The method.
    pub method: String,
    /// The headers.
    pub header: Vec<(&'static str, String)>,
    /// The body, if there is one.
    pub data: Option<String>,
    /// How long it may take.
    pub timeout: Duration,
}

/// What `wx.uploadFile` is given.
#[derive(Clone)]
pub struct UploadOptions {
    /// The address.
    pub url: String,
    /// The file's path.
    pub file_path: String,
    /// The name of the file's field.
    pub name: String,
    /// The other fields.
    pub form_data: Vec<(String, String)>,
    /// How long it may take.
    pub timeout: Duration,
}

/// What `success` of `wx.request` and `wx.uploadFile` is given.
#[derive(Clone, Default)]
pub struct WxResponse {
    /// `statusCode`.
    pub status: u16,
    /// The header `Retry-After`, where it is a number of seconds: the only one that matters.
    pub retry_after: Option<u32>,
    /// `data`, as text.
    pub data: String,
}

/// What `fail` of any ability is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WxError {
    /// `errMsg`, such as `request:fail timeout`.
    pub err_msg: String,
    /// `errno`, where WeChat gives one.
    pub errno: Option<i64>,
}

impl std::error::Error for WxError {}

impl fmt::Display for WxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.err_msg)
    }
}

impl WxError {
    /// A failure in words.
    pub fn new(err_msg: impl Into<String>) -> Self {
        Self { err_msg: err_msg.into(), errno: None }
    }
}
