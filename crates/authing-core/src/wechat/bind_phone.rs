//! Bind the person's phone number.
//!
//! Wire: `POST {oauth}/oauth/wechatapp/phone/{pool}` of `{iv, encryptedData, code}`; `authorization` is the bare token.

use http::Method;

use super::Sealed;
use crate::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Operation, Service, Signer};

/// Binds the phone number of a `getPhoneNumber` button to the user who is logged in. It never logs in or registers; without a user nothing is sent.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::wechat::Sealed;
///
/// let user = client.bind_phone(Sealed::new("code", "encryptedData", "iv"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct BindPhone {
    /// The data and its code.
    pub sealed: Sealed,
}

impl Operation for BindPhone {
    type Answer = User;

    const NAME: &'static str = "bindPhone";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::POST, "/oauth/wechatapp/phone/{pool}", Encoding::Json, Envelope::Code);
    const SIGNER: Signer = Signer::User;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("pool");
        self.sealed.put(to);
    }
}
