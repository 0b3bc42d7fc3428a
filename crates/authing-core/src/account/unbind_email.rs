//! Unbind a user's email address.
//!
//! Wire: GraphQL `mutation unbindEmail` at the user service.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Unbinds the email address of a user.
///
/// # Errors
///
/// [`ErrorCode::LAST_LOGIN_METHOD`](crate::ErrorCode::LAST_LOGIN_METHOD) if the user has no other way to log in.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let user = client.unbind_email("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UnbindEmail {
    /// The user who loses the email address.
    pub user: UserId,
}

impl Operation for UnbindEmail {
    type Needs = needs::Optional;
    type Response = User;

    const NAME: &'static str = "unbindEmail";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "unbindEmail", document!("unbind_email.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("user", &self.user);
        to.insert_pool_id("client");
    }
}
