//! Upload a file to the service's storage.
//!
//! Wire: `POST {upload}`, `multipart/form-data` with `token`, `key` and `file` (Qiniu's form upload).

use http::Method;
use serde::Deserialize;

use crate::body::File;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Operation, Service, Signer, Token};

/// Uploads a file to the service's storage, with a token from [`UploadToken`](super::UploadToken).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::File;
/// use authing_core::account::Upload;
///
/// let token = client.upload_token()?;
/// let file = File::new("me.png", "image/png", b"\x89PNG".as_slice());
/// let stored = client.call(Upload { token, key: Some("avatar/wechatapp/me.png".into()), file })?;
/// println!("stored as {}", stored.key);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Upload {
    /// The upload token.
    pub token: Token,
    /// Under which key; the storage chooses one where it is not given.
    pub key: Option<String>,
    /// The file.
    pub file: File,
}

/// A stored file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Stored {
    /// Its key: its address is that of the CDN, a slash and the key, percent-encoded where an address cannot hold it as it is.
    pub key: String,
    /// Its hash.
    pub hash: Option<String>,
}

impl Operation for Upload {
    type Answer = Stored;

    const NAME: &'static str = "upload";
    const ENDPOINT: Endpoint = Endpoint::rest(Service::Upload, Method::POST, "", Encoding::Multipart, Envelope::Oauth);
    const SIGNER: Signer = Signer::Nobody;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.need("token", &self.token);
        to.put_some("key", self.key.as_ref());
        to.file("file", &self.file);
    }
}
