//! Read the user's phone number.
//!
//! Wire: `POST {oauth}/oauth/wechatapp/getphone/{pool}` of `{iv, encryptedData, code}`; `authorization` is the bare token.

use serde::{Deserialize, Serialize};

use super::EncryptedData;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape};
use crate::{Method, Operation, Phone, Service};

/// Decrypts the phone number of a `getPhoneNumber` button at the service.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::wechat::EncryptedData;
///
/// let number = client.get_phone(EncryptedData::new("code", "encryptedData", "iv"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetPhone {
    /// The data and its code.
    pub data: EncryptedData,
}

impl Operation for GetPhone {
    type Needs = needs::OptionalUser;
    type Response = PhoneNumber;

    const NAME: &'static str = "getPhone";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Oauth,
        Method::Post,
        "/oauth/wechatapp/getphone/{pool}",
        Encoding::Json,
        Envelope::Code,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("pool");
        self.data.insert_into(to);
    }
}

/// A phone number, as WeChat formats it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PhoneNumber {
    /// The number, with its country code outside China.
    pub phone_number: Phone,
    /// The number without its country code.
    pub pure_phone_number: Option<Phone>,
    /// The country code, such as `86`.
    pub country_code: Option<String>,
}

impl ResponseShape for PhoneNumber {
    const SHAPE: Shape = Shape::Object(&["phoneNumber"]);
}
