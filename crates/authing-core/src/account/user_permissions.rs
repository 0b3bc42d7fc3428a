//! The permissions of a user.
//!
//! Wire: GraphQL `query userPermissionList` at the user service.

use crate::types::NamedList;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, UserId};

/// Lists a user's permissions in the pool's role-based access control.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let permissions = client.user_permissions("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UserPermissions {
    /// Whose.
    pub user: UserId,
}

impl Operation for UserPermissions {
    type Answer = NamedList;

    const NAME: &'static str = "userPermissionList";
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "userPermissionList",
        Document::whole(include_str!("user_permissions.graphql")),
    );
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.need("_id", &self.user);
    }
}
