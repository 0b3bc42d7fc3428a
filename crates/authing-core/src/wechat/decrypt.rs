//! Decrypt whatever WeChat encrypted.
//!
//! Wire: `POST {oauth}/oauth/wechatapp/decrypt/{pool}` of `{iv, encryptedData, code}`; `authorization` is the bare token.

use http::Method;

use super::Sealed;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Operation, Service, Signer};

/// Has the service decrypt data of WeChat; the answer ends in a `watermark`.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::wechat::Sealed;
///
/// let data = client.decrypt(Sealed::new("code", "encryptedData", "iv"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Decrypt {
    /// The data and its code.
    pub sealed: Sealed,
}

impl Operation for Decrypt {
    type Answer = serde_json::Value;

    const NAME: &'static str = "decrypt";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::POST, "/oauth/wechatapp/decrypt/{pool}", Encoding::Json, Envelope::Code);
    const SIGNER: Signer = Signer::UserIfAny;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("pool");
        self.sealed.put(to);
    }
}
