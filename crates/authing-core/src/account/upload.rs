//! Upload a file to the service's storage.
//!
//! Wire: `POST {upload}`, `multipart/form-data` with `token`, `key` and `file` (Qiniu's form upload).

use serde::{Deserialize, Serialize};

use crate::body::UploadFile;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape};
use crate::{Method, Operation, Service, Token};

/// Uploads a file to the service's storage, with a token from [`GetUploadToken`](super::GetUploadToken).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::UploadFile;
/// use authing_core::account::Upload;
///
/// let token = client.upload_token()?;
/// let file = UploadFile::new("me.png", "image/png", b"\x89PNG".as_slice());
/// let stored = client.call(Upload { token, key: Some("avatar/wechatapp/me.png".into()), file })?;
/// println!("stored as {}", stored.key);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Upload {
    /// The upload token.
    pub token: Token,
    /// The key of the file in the storage. By default, the storage generates one.
    pub key: Option<String>,
    /// The file.
    pub file: UploadFile,
}

/// A stored file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UploadedFile {
    /// The key of the file. The URL of the file is that of the CDN, a slash and the percent-encoded key.
    pub key: String,
    /// The hash of the content, as the storage computes it.
    pub hash: Option<String>,
}

impl ResponseShape for UploadedFile {
    const SHAPE: Shape = Shape::Object(&["key"]);
}

impl Operation for Upload {
    type Needs = needs::Nothing;
    type Response = UploadedFile;

    const NAME: &'static str = "upload";
    const ENDPOINT: Endpoint = Endpoint::rest(Service::Upload, Method::Post, "", Encoding::Multipart, Envelope::Oauth);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("token", &self.token);
        to.insert_some("key", self.key.as_ref());
        to.insert_file("file", &self.file);
    }
}
