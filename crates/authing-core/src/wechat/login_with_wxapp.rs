//! Log in with WeChat.
//!
//! Wire: `POST {oauth}/oauth/wechatapp/auth/{pool}` of `{iv, encryptedData, code, phone?, overideProfile?}`, without
//! `authorization`.

use super::EncryptedData;
use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Phone, Service, SessionEffect};

/// Logs in with WeChat. The first login registers the user.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::wechat::{LoginWithWxapp, EncryptedData};
///
/// let data = EncryptedData::new("code", "encryptedData", "iv");
/// let user = client.login_with_wxapp(LoginWithWxapp::new(data).with_phone("17670416754").with_override_profile(true))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct LoginWithWxapp {
    data: EncryptedData,
    phone: Option<Phone>,
    override_profile: Option<bool>,
}

impl LoginWithWxapp {
    /// With the data of a `getUserInfo` button.
    pub fn new(data: EncryptedData) -> Self {
        Self { data, phone: None, override_profile: None }
    }

    /// The user's phone number. A user who registered with it before is logged in.
    pub fn with_phone(mut self, phone: impl Into<Phone>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Whether WeChat's name and photo replace those of a user who registered before; by default they do not.
    pub fn with_override_profile(mut self, replace: bool) -> Self {
        self.override_profile = Some(replace);
        self
    }
}

impl Operation for LoginWithWxapp {
    type Needs = needs::Login;
    type Response = User;

    const NAME: &'static str = "loginWithWxapp";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::Post, "/oauth/wechatapp/auth/{pool}", Encoding::Json, Envelope::Code);
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("pool");
        self.data.insert_into(to);
        to.insert_some("phone", self.phone.as_ref());
        // The wire has this spelling.
        to.insert_some("overideProfile", self.override_profile.as_ref());
    }
}
