//! What a user's roles permit.
//!
//! Wire: GraphQL `query queryRoleByUserId` at the user service, signed by the owner.

use crate::types::{List, RolePermissions};
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, Signer, UserId};

/// Lists what each of a user's roles permits.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let permissions = client.user_permissions_by_role("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UserPermissionsByRole {
    /// Whose.
    pub user: UserId,
}

impl Operation for UserPermissionsByRole {
    type Answer = List<RolePermissions>;

    const NAME: &'static str = "queryRoleByUserId";
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "queryRoleByUserId",
        Document::whole(include_str!("user_permissions_by_role.graphql")),
    );
    const SIGNER: Signer = Signer::Owner;
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("client");
        to.need("user", &self.user);
    }
}
