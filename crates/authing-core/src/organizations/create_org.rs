//! Create an organization.
//!
//! Wire: GraphQL `mutation createOrg` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Org;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service};

/// Creates an organization, whose root is a group.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let company = client.create_org("5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CreateOrg {
    /// The group that becomes the root.
    pub root: GroupId,
    /// The URL of a logo.
    pub logo: Option<String>,
}

impl Operation for CreateOrg {
    type Needs = needs::Owner;
    type Response = Org;

    const NAME: &'static str = "createOrg";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "createOrg", document!("create_org.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("rootGroupId", &self.root);
            input.insert_some("logo", self.logo.as_ref());
            input.insert_pool_id("userPoolId");
        });
    }
}
