//! Log in with WeChat.
//!
//! Wire: `POST {oauth}/oauth/wechatapp/auth/{pool}` of `{iv, encryptedData, code, phone?, overideProfile?}`, unsigned.

use http::Method;

use super::Sealed;
use crate::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Effect, Operation, Phone, Service, Signer};

/// Logs in with WeChat, registering the person the first time.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::wechat::{LoginWithWxapp, Sealed};
///
/// let sealed = Sealed::new("code", "encryptedData", "iv");
/// let user = client.login_with_wxapp(LoginWithWxapp::new(sealed).phone("17670416754").override_profile(true))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct LoginWithWxapp {
    sealed: Sealed,
    phone: Option<Phone>,
    override_profile: Option<bool>,
}

impl LoginWithWxapp {
    /// With the data of a `getUserInfo` button.
    pub fn new(sealed: Sealed) -> Self {
        Self { sealed, phone: None, override_profile: None }
    }

    /// The person's number: a user who registered with it before is the one who logs in.
    pub fn phone(mut self, phone: impl Into<Phone>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Whether WeChat's name and photo replace those of a user who registered before; not unless told.
    pub fn override_profile(mut self, replace: bool) -> Self {
        self.override_profile = Some(replace);
        self
    }
}

impl Operation for LoginWithWxapp {
    type Answer = User;

    const NAME: &'static str = "loginWithWxapp";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::POST, "/oauth/wechatapp/auth/{pool}", Encoding::Json, Envelope::Code);
    const SIGNER: Signer = Signer::Nobody;
    const EFFECT: Effect = Effect::SignsIn("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("pool");
        self.sealed.put(to);
        to.put_some("phone", self.phone.as_ref());
        // Spelled so on the wire.
        to.put_some("overideProfile", self.override_profile.as_ref());
    }
}
