//! Assign a role to a user.
//!
//! Wire: GraphQL `mutation assignRBACRoleToUser` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::RbacRole;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, RbacRoleId, Service, UserId};

/// Assigns a role to a user.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.assign_role_to_user("5e0b0c8d7f1a2b3c4d5e6f80", "5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AssignRoleToUser {
    /// The user who gets the role.
    pub user: UserId,
    /// The role.
    pub role: RbacRoleId,
    /// Whether the response has the role's users after the change, a page of them (`fetchUsers`).
    pub fetch_users: bool,
}

impl Operation for AssignRoleToUser {
    type Needs = needs::Owner;
    type Response = RbacRole;

    const NAME: &'static str = "assignRBACRoleToUser";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "assignRBACRoleToUser", document!("assign_role_to_user.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("userId", &self.user);
            input.require("roleId", &self.role);
            input.insert_pool_id("userPoolId");
        });
        if self.fetch_users {
            to.insert("fetchUsers", true);
        }
    }
}
