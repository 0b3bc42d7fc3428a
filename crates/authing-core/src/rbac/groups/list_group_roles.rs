//! The roles of a group.
//!
//! Wire: GraphQL `query rbacGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, RbacRole};
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service};

/// Lists the roles of a group.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let roles = client.group_roles("5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListGroupRoles {
    /// The group.
    pub group: GroupId,
}

impl Operation for ListGroupRoles {
    type Needs = needs::Owner;
    type Response = List<RbacRole>;

    const NAME: &'static str = "groupRoleList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "rbacGroup.roles", document!("list_group_roles.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.group);
    }
}
