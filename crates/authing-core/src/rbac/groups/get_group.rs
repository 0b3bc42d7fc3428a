//! Read a group.
//!
//! Wire: GraphQL `query rbacGroup` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Group;
use crate::wire::{Arguments, Endpoint, document};
use crate::{GroupId, Operation, Service};

/// Reads a group.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let group = client.group("5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetGroup {
    /// The group to read.
    pub group: GroupId,
}

impl Operation for GetGroup {
    type Needs = needs::Owner;
    type Response = Group;

    const NAME: &'static str = "rbacGroup";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "rbacGroup", document!("get_group.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.group);
    }
}
