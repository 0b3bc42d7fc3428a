//! What a person's tap hands over.

use authing_core::host::Detail;
use authing_core::wechat::LoginWithWxapp;
use authing_core::wechat::Sealed;
use authing_core::{Error, Phone, WechatCode};

/// What the event of an open-type button hands over (`e.detail`).
#[derive(Clone, Debug)]
pub struct Tap {
    pub(crate) detail: Detail,
    pub(crate) code: Option<WechatCode>,
}

impl Tap {
    /// The event's data. The code keeper supplies the code.
    pub fn new(detail: Detail) -> Self {
        Self { detail, code: None }
    }

    /// With a code of your own, which is used as it is. It must come from the last `wx.login` before the tap.
    pub fn with_code(mut self, code: impl Into<WechatCode>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The data and a code; or that the person declined.
    pub(crate) fn sealed(detail: Detail, code: WechatCode) -> Result<Sealed, Error> {
        Sealed::from_detail(code, detail)
    }

    /// Whether the person agreed. Anything else than `…:ok` means that they did not, and then there is nothing to send.
    pub(crate) fn agreed(&self) -> Result<(), Error> {
        Self::sealed(self.detail.clone(), "".into()).map(drop)
    }
}

/// How to log in with WeChat.
#[derive(Clone, Debug)]
pub struct WxLogin {
    pub(crate) tap: Tap,
    pub(crate) how: LoginOptions,
}

/// What a login takes besides the data.
#[derive(Clone, Debug, Default)]
pub(crate) struct LoginOptions {
    pub(crate) phone: Option<Phone>,
    pub(crate) override_profile: Option<bool>,
}

impl WxLogin {
    /// With what a `getUserInfo` button handed over.
    pub fn new(tap: Tap) -> Self {
        Self { tap, how: LoginOptions::default() }
    }

    /// The person's number: a user who registered with it before is the one who logs in.
    pub fn phone(mut self, phone: impl Into<Phone>) -> Self {
        self.how.phone = Some(phone.into());
        self
    }

    /// Whether WeChat's name and photo replace those of a user who registered before; not unless told.
    pub fn override_profile(mut self, replace: bool) -> Self {
        self.how.override_profile = Some(replace);
        self
    }
}

impl LoginOptions {
    pub(crate) fn login(self, sealed: Sealed) -> LoginWithWxapp {
        let mut login = LoginWithWxapp::new(sealed);
        if let Some(phone) = self.phone {
            login = login.phone(phone);
        }
        if let Some(replace) = self.override_profile {
            login = login.override_profile(replace);
        }
        login
    }
}
