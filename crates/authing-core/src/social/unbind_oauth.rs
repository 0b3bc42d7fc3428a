//! Unbind an account of a third party.
//!
//! Wire: GraphQL `mutation unbindOtherOAuth` at the user service.

use super::OauthBinding;
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Unbinds an account of a third party.
///
/// # Errors
///
/// [`ErrorCode::LAST_LOGIN_METHOD`](crate::ErrorCode::LAST_LOGIN_METHOD) if it is the user's only way to log in.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.unbind_oauth("5e05bbf2d51b3761d5c71070", "github")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UnbindOauth {
    /// The user who unbinds the account.
    pub user: UserId,
    /// The third party, such as `github`.
    pub kind: String,
}

impl Operation for UnbindOauth {
    type Needs = needs::Optional;
    type Response = OauthBinding;

    const NAME: &'static str = "unbindOtherOAuth";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "unbindOtherOAuth", document!("unbind_oauth.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("user", &self.user);
        to.insert_pool_id("client");
        to.require("type", &self.kind);
    }
}
