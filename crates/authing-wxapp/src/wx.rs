//! The part of a mini-program's `wx` API that Authing needs.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use authing_core::Timestamp;
use authing_core::host::EventDetail;
use authing_core::transport::MaybeSendSync;

/// The `wx` API, with one method for each function. Tests implement it with a mock.
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
pub trait Wx: MaybeSendSync {
    /// `wx.request`. A response with any status is a response.
    async fn request(&self, options: RequestOptions) -> Result<WxResponse, WxError>;
    /// `wx.uploadFile`.
    async fn upload_file(&self, options: UploadOptions) -> Result<WxResponse, WxError>;
    /// `wx.login`: its `code`.
    async fn login(&self) -> Result<String, WxError>;
    /// `wx.checkSession`: fails if the `session_key` is no longer valid.
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
    /// `wx.getStorageSync`: an empty text for a missing key.
    ///
    /// # Errors
    ///
    /// A [`WxError`] if the storage cannot be read.
    fn get_storage(&self, key: &str) -> Result<String, WxError>;
    /// `wx.setStorageSync`.
    ///
    /// # Errors
    ///
    /// A [`WxError`] if the storage cannot be written, or is full.
    fn set_storage(&self, key: &str, value: &str) -> Result<(), WxError>;
    /// `wx.removeStorageSync`.
    ///
    /// # Errors
    ///
    /// A [`WxError`] if the storage cannot be written.
    fn remove_storage(&self, key: &str) -> Result<(), WxError>;
}

/// The options of `wx.request`. Set `dataType` to `text`: the core reads the JSON itself.
#[derive(Clone)]
pub struct RequestOptions {
    /// The URL.
    pub url: String,
    /// The method.
    pub method: &'static str,
    /// The headers.
    pub header: Vec<(&'static str, String)>,
    /// The body, if there is one.
    pub data: Option<String>,
    /// The timeout of the request.
    pub timeout: Duration,
}

/// The options of `wx.uploadFile`.
#[derive(Clone)]
pub struct UploadOptions {
    /// The URL.
    pub url: String,
    /// The file's path.
    pub file_path: String,
    /// The name of the file's field.
    pub name: String,
    /// The other fields.
    pub form_data: Vec<(String, String)>,
    /// The timeout of the request.
    pub timeout: Duration,
}

/// The result of `wx.request` and `wx.uploadFile` on `success`.
#[derive(Clone, Default)]
pub struct WxResponse {
    /// `statusCode`.
    pub status: u16,
    /// The header `Retry-After` in seconds, the only header that the core reads.
    pub retry_after: Option<u32>,
    /// `data`, as text.
    pub data: String,
}

/// The result of `fail`, for each function of `wx`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WxError {
    /// `errMsg`, such as `request:fail timeout`.
    pub err_msg: String,
    /// `errno`, if WeChat sets it.
    pub errno: Option<i64>,
}

impl std::error::Error for WxError {}

impl fmt::Display for WxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.err_msg)
    }
}

impl WxError {
    /// An error with this `errMsg` and without `errno`.
    pub fn new(err_msg: impl Into<String>) -> Self {
        Self { err_msg: err_msg.into(), errno: None }
    }
}
