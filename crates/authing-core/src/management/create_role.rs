//! Make a role.
//!
//! Wire: GraphQL `mutation createRole` at the user service, signed by the owner.

use crate::types::Role;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, Signer};

/// Makes a role.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let role = client.create_role("editor", "may change articles")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CreateRole {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub descriptions: Option<String>,
}

impl Operation for CreateRole {
    type Answer = Role;

    const NAME: &'static str = "createRole";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "createRole", Document::whole(include_str!("create_role.graphql")));
    const SIGNER: Signer = Signer::Owner;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("client");
        to.need("name", &self.name);
        to.put_some("descriptions", self.descriptions.as_deref());
    }
}
