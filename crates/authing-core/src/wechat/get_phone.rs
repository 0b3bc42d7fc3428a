//! Read the person's phone number.
//!
//! Wire: `POST {oauth}/oauth/wechatapp/getphone/{pool}` of `{iv, encryptedData, code}`; `authorization` is the bare token.

use http::Method;
use serde::Deserialize;

use super::Sealed;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Operation, Phone, Service, Signer};

/// Has the service decrypt the phone number of a `getPhoneNumber` button.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::wechat::Sealed;
///
/// let number = client.get_phone(Sealed::new("code", "encryptedData", "iv"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetPhone {
    /// The data and its code.
    pub sealed: Sealed,
}

impl Operation for GetPhone {
    type Answer = PhoneNumber;

    const NAME: &'static str = "getPhone";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Oauth,
        Method::POST,
        "/oauth/wechatapp/getphone/{pool}",
        Encoding::Json,
        Envelope::Code,
    );
    const SIGNER: Signer = Signer::UserIfAny;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("pool");
        self.sealed.put(to);
    }
}

/// A phone number, as WeChat tells it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PhoneNumber {
    /// The number, with its country code outside China.
    pub phone_number: Phone,
    /// The number without its country code.
    pub pure_phone_number: Option<Phone>,
    /// The country code, such as `86`.
    pub country_code: Option<String>,
}
