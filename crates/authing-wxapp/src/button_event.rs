//! Events of open-type buttons, and login options.

use authing_core::host::EventDetail;
use authing_core::wechat::EncryptedData;
use authing_core::wechat::LoginWithWxapp;
use authing_core::{Error, Phone, WechatCode};

/// The event of an open-type button: its `e.detail`, and optionally a code.
#[derive(Clone, Debug)]
pub struct ButtonEvent {
    pub(crate) detail: EventDetail,
    pub(crate) code: Option<WechatCode>,
}

impl ButtonEvent {
    /// An event whose code comes from the code cache.
    pub fn new(detail: EventDetail) -> Self {
        Self { detail, code: None }
    }

    /// The caller's own code, from the last `wx.login` before the tap.
    pub fn with_code(mut self, code: impl Into<WechatCode>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The data with a code, or [`Error::Declined`].
    pub(crate) fn encrypted_data(detail: EventDetail, code: WechatCode) -> Result<EncryptedData, Error> {
        EncryptedData::from_detail(code, detail)
    }

    /// Returns [`Error::Declined`] unless `errMsg` ends in `:ok`.
    pub(crate) fn agreed(&self) -> Result<(), Error> {
        Self::encrypted_data(self.detail.clone(), "".into()).map(drop)
    }
}

/// A login with WeChat.
#[derive(Clone, Debug)]
pub struct WxappLogin {
    pub(crate) tap: ButtonEvent,
    pub(crate) how: LoginOptions,
}

/// The options of a login.
#[derive(Clone, Debug, Default)]
pub(crate) struct LoginOptions {
    pub(crate) phone: Option<Phone>,
    pub(crate) override_profile: Option<bool>,
}

impl WxappLogin {
    /// A login with the event of a `getUserInfo` button.
    pub fn new(tap: ButtonEvent) -> Self {
        Self { tap, how: LoginOptions::default() }
    }

    /// The user's phone number. A user who registered with it before is logged in.
    pub fn with_phone(mut self, phone: impl Into<Phone>) -> Self {
        self.how.phone = Some(phone.into());
        self
    }

    /// Whether WeChat's name and photo replace those of a user who registered before; by default they do not.
    pub fn with_override_profile(mut self, refetch: bool) -> Self {
        self.how.override_profile = Some(refetch);
        self
    }
}

impl LoginOptions {
    pub(crate) fn login(self, data: EncryptedData) -> LoginWithWxapp {
        let mut login = LoginWithWxapp::new(data);
        if let Some(phone) = self.phone {
            login = login.with_phone(phone);
        }
        if let Some(refetch) = self.override_profile {
            login = login.with_override_profile(refetch);
        }
        login
    }
}
