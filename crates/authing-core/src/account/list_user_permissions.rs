//! List the permissions of a user.
//!
//! Wire: GraphQL `query userPermissionList` at the user service.

use crate::principal::needs;
use crate::types::{Permission, RbacList};
use crate::wire::{Arguments, Endpoint, document};
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
pub struct ListUserPermissions {
    /// The user whose permissions are listed.
    pub user: UserId,
}

impl Operation for ListUserPermissions {
    type Needs = needs::Optional;
    type Response = RbacList<Permission>;

    const NAME: &'static str = "userPermissionList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "userPermissionList", document!("list_user_permissions.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.user);
    }
}
