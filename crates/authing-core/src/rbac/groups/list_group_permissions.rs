//! The permissions of a group.
//!
//! Wire: GraphQL `query rbacGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, Permission};
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service};

/// Lists the permissions of a group: those of its roles.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let permissions = client.group_permissions("5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListGroupPermissions {
    /// The group.
    pub group: GroupId,
}

impl Operation for ListGroupPermissions {
    type Needs = needs::Owner;
    type Response = List<Permission>;

    const NAME: &'static str = "groupPermissionList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "rbacGroup.permissions", document!("list_group_permissions.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.group);
    }
}
