//! A token to upload a photo with.
//!
//! Wire: GraphQL `query qiNiuUploadToken` at the user service.

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
pub struct UploadToken;

impl Operation for UploadToken {
    type Answer = Token;

    const NAME: &'static str = "qiNiuUploadToken";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "qiNiuUploadToken", Document::whole(include_str!("upload_token.graphql")));
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}
