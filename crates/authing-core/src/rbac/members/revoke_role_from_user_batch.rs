//! Revoke a role from several users.
//!
//! Wire: GraphQL `mutation revokeRBACRoleFromUserBatch` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::RbacRole;
use crate::wire::{Argument, Arguments, Endpoint, document};
use crate::{Operation, RbacRoleId, Service, UserId};

/// Revokes a role from several users.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.revoke_role_from_users("5e0b0c8d7f1a2b3c4d5e6f80", ["5e05bbf2d51b3761d5c71070", "5e0b0c8d7f1a2b3c4d5e6f71"])?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RevokeRoleFromUserBatch {
    /// The users who lose the role.
    pub users: Vec<UserId>,
    /// The role.
    pub role: RbacRoleId,
    /// Whether the response has the role's users after the change, a page of them (`fetchUsers`).
    pub fetch_users: bool,
}

impl Operation for RevokeRoleFromUserBatch {
    type Needs = needs::Owner;
    type Response = RbacRole;

    const NAME: &'static str = "revokeRBACRoleFromUserBatch";
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "revokeRBACRoleFromUserBatch",
        document!("revoke_role_from_user_batch.graphql"),
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.insert("userIdList", Argument::List(self.users.iter().map(UserId::as_str).collect()));
            input.require("roleId", &self.role);
            input.insert_pool_id("userPoolId");
        });
        if self.fetch_users {
            to.insert("fetchUsers", true);
        }
    }
}
