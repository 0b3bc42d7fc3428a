//! What a person's tap hands over.

use authing_core::host::EventDetail;
use authing_core::wechat::EncryptedData;
use authing_core::wechat::LoginWithWxapp;
use authing_core::{Error, Phone, WechatCode};

/// What the event of an open-type button hands over (`e.detail`).
#[derive(Clone, Debug)]
pub struct ButtonEvent {
    pub(crate) detail: EventDetail,
    pub(crate) code: Option<WechatCode>,
}

impl ButtonEvent {
    /// The event's data. The code keeper supplies the code.
    pub fn new(detail: EventDetail) -> Self {
        Self { detail, code: None }
    }

    /// With a code of your own, which is used as it is. It must come from the last `wx.login` before the tap.
    pub fn with_code(mut self, code: impl Into<WechatCode>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The data and a code; or that the person declined.
    pub(crate) fn encrypted_data(detail: EventDetail, code: WechatCode) -> Result<EncryptedData, Error> {
        EncryptedData::from_detail(code, detail)
    }

    /// Whether the person agreed. Anything else than `…:ok` means that they did not, and then there is nothing to send.
    pub(crate) fn agreed(&self) -> Result<(), Error> {
        Self::encrypted_data(self.detail.clone(), "".into()).map(drop)
    }
}

/// How to log in with WeChat.
#[derive(Clone, Debug)]
pub struct WxappLogin {
    pub(crate) tap: ButtonEvent,
    pub(crate) how: LoginOptions,
}

/// What a login takes besides the data.
#[derive(Clone, Debug, Default)]
pub(crate) struct LoginOptions {
    pub(crate) phone: Option<Phone>,
    pub(crate) override_profile: Option<bool>,
}

impl WxappLogin {
    /// With what a `getUserInfo` button handed over.
    pub fn new(tap: ButtonEvent) -> Self {
        Self { tap, how: LoginOptions::default() }
    }

    /// The person's number: a user who registered with it before is the one who logs in.
    pub fn with_phone(mut self, phone: impl Into<Phone>) -> Self {
        self.how.phone = Some(phone.into());
        self
    }

    /// Whether WeChat's name and photo replace those of a user who registered before; not unless told.
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
