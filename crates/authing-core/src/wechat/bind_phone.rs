//! Bind the user's phone number.
//!
//! Wire: `POST {oauth}/oauth/wechatapp/phone/{pool}` of `{iv, encryptedData, code}`; `authorization` is the bare token.

use super::EncryptedData;
use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Binds the phone number of a `getPhoneNumber` button to the user who is logged in. It does not
/// log in or register a user.
///
/// # Errors
///
/// [`Error::NotLoggedIn`](crate::Error::NotLoggedIn) if no user is logged in; nothing is sent.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::wechat::EncryptedData;
///
/// let user = client.bind_phone(EncryptedData::new("code", "encryptedData", "iv"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct BindPhone {
    /// The data and its code.
    pub data: EncryptedData,
}

impl Operation for BindPhone {
    type Needs = needs::User;
    type Response = User;

    const NAME: &'static str = "bindPhone";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::Post, "/oauth/wechatapp/phone/{pool}", Encoding::Json, Envelope::Code);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("pool");
        self.data.insert_into(to);
    }
}
