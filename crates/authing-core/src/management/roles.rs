//! The roles of the pool.
//!
//! Wire: GraphQL `query clientRoles` at the user service, signed by the owner.

use crate::types::{List, Page, Role};
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, Signer};

/// Lists the pool's roles.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::types::Page;
/// let roles = client.roles(Page::default())?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Roles {
    /// Which part of the list.
    pub page: Page,
}

impl Operation for Roles {
    type Answer = List<Role>;

    const NAME: &'static str = "clientRoles";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "clientRoles", Document::whole(include_str!("roles.graphql")));
    const SIGNER: Signer = Signer::Owner;
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("clientId");
        to.put("page", self.page.number);
        to.put("count", self.page.size);
    }
}
