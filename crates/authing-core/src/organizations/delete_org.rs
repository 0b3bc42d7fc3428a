//! Delete an organization.
//!
//! Wire: GraphQL `mutation deleteOrg` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, OrgId, Service};

/// Deletes an organization. The groups of its nodes remain.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.delete_org("5e0b0c8d7f1a2b3c4d5e6fa0")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct DeleteOrg {
    /// The organization to delete.
    pub org: OrgId,
}

impl Operation for DeleteOrg {
    type Needs = needs::Owner;
    type Response = CommonMessage;

    const NAME: &'static str = "deleteOrg";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "deleteOrg", document!("delete_org.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.org);
    }
}
