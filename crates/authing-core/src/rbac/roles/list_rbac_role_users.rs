//! The users of a role.
//!
//! Wire: GraphQL `query rbacRole` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, SortedPage, User};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, RbacRoleId, Service};

/// Lists the users to whom a role is assigned, a page at a time.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::types::SortedPage;
/// let users = client.rbac_role_users("5e0b0c8d7f1a2b3c4d5e6f80", SortedPage::default())?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListRbacRoleUsers {
    /// The role.
    pub role: RbacRoleId,
    /// The page of the list, and its order.
    pub page: SortedPage,
}

impl Operation for ListRbacRoleUsers {
    type Needs = needs::Owner;
    type Response = List<User>;

    const NAME: &'static str = "roleUserList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "rbacRole.users", document!("list_rbac_role_users.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.role);
        self.page.insert(to);
    }
}
