//! A token to upload a photo with.
//!
//! Wire: GraphQL `query qiNiuUploadToken` at the user service.

use crate::principal::needs;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, Token};

/// Asks for a token of the storage that photos are uploaded to; [`ChangeAvatar`](super::ChangeAvatar) does it all.
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
        Endpoint::graphql(Service::User, "qiNiuUploadToken", Document::new(include_str!("get_upload_token.graphql")));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}
