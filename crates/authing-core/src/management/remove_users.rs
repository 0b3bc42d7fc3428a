//! Remove users.
//!
//! Wire: GraphQL `mutation removeUsers` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::Reference;
use crate::wire::{Argument, Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Removes users from the pool, permanently.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.remove_users(["5e05bbf2d51b3761d5c71070"])?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RemoveUsers {
    /// The users to remove.
    pub ids: Vec<UserId>,
    /// The user who removes them, for the service's records.
    pub operator: Option<UserId>,
}

impl Operation for RemoveUsers {
    type Needs = needs::Owner;
    type Response = Vec<Reference>;

    const NAME: &'static str = "removeUsers";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "removeUsers", document!("remove_users.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert("ids", Argument::List(self.ids.iter().map(UserId::as_str).collect()));
        to.insert_pool_id("registerInClient");
        to.insert_some("operator", self.operator.as_ref());
    }
}
