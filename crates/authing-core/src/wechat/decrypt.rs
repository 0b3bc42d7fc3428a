//! Decrypt WeChat's data.
//!
//! Wire: `POST {oauth}/oauth/wechatapp/decrypt/{pool}` of `{iv, encryptedData, code}`; `authorization` is the bare token.

use super::EncryptedData;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Shape};
use crate::{Method, Operation, Service};

/// Decrypts WeChat's data at the service; the last field of the response is a `watermark`.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::wechat::EncryptedData;
///
/// let data = client.decrypt(EncryptedData::new("code", "encryptedData", "iv"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Decrypt {
    /// The data and its code.
    pub data: EncryptedData,
}

impl Operation for Decrypt {
    type Needs = needs::OptionalUser;
    type Response = serde_json::Value;

    const NAME: &'static str = "decrypt";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::Post, "/oauth/wechatapp/decrypt/{pool}", Encoding::Json, Envelope::Code);
    // WeChat ends all data that it encrypts with a `watermark`.
    const RESPONSE_SHAPE: Shape = Shape::Object(&["watermark"]);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("pool");
        self.data.insert_into(to);
    }
}
