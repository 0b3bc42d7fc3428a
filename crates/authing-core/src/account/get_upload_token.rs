//! Get a token for an upload.
//!
//! Wire: GraphQL `query qiNiuUploadToken` at the user service.

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, Token};

/// Gets a token for an upload to the storage. [`ChangeAvatar`](super::ChangeAvatar) gets its own.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let token = client.upload_token()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetUploadToken;

impl Operation for GetUploadToken {
    type Needs = needs::Optional;
    type Response = Token;

    const NAME: &'static str = "qiNiuUploadToken";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "qiNiuUploadToken", document!("get_upload_token.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}
