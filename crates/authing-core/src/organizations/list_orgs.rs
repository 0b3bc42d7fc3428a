//! The organizations of the pool.
//!
//! Wire: GraphQL `query orgs` at the user service, with the owner's `authorization`.

use crate::principal::needs;
use crate::types::{List, Org};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Lists the pool's organizations, with their nodes.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let companies = client.orgs()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListOrgs;

impl Operation for ListOrgs {
    type Needs = needs::Owner;
    type Response = List<Org>;

    const NAME: &'static str = "orgs";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "orgs", document!("list_orgs.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
    }
}
