//! Add roles to a group.
//!
//! Wire: GraphQL `mutation addRoleToRBACGroupBatch` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Group;
use crate::wire::{Argument, Arguments, Endpoint, document};
use crate::{GroupId, Operation, RbacRoleId, Service};

/// Adds roles to a group.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.add_roles_to_group(["5e0b0c8d7f1a2b3c4d5e6f80", "5e0b0c8d7f1a2b3c4d5e6f71"], "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AddRoleToGroupBatch {
    /// The roles to add.
    pub roles: Vec<RbacRoleId>,
    /// The group.
    pub group: GroupId,
    /// Whether the response has the group's roles after the change, a page of them (`fetchRoles`).
    pub fetch_roles: bool,
}

impl Operation for AddRoleToGroupBatch {
    type Needs = needs::Owner;
    type Response = Group;

    const NAME: &'static str = "addRoleToRBACGroupBatch";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "addRoleToRBACGroupBatch", document!("add_role_to_group_batch.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.insert("roleIdList", Argument::List(self.roles.iter().map(RbacRoleId::as_str).collect()));
            input.require("groupId", &self.group);
        });
        if self.fetch_roles {
            to.insert("fetchRoles", true);
        }
    }
}
