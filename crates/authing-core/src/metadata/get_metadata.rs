//! Get the metadata of a user.
//!
//! Wire: GraphQL `query userMetadata` at the user service.

use super::Metadata;
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Reads the metadata of a user.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let fields = client.metadata("5e05bbf2d51b3761d5c71070")?;
/// println!("{:?}", fields.get("KEY"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetMetadata {
    /// The user who owns the metadata.
    pub user: UserId,
}

impl GetMetadata {
    /// Reads the metadata of a user.
    pub fn new(user: impl Into<UserId>) -> Self {
        Self { user: user.into() }
    }
}

impl Operation for GetMetadata {
    type Needs = needs::Optional;
    type Response = Metadata;

    const NAME: &'static str = "userMetadata";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "userMetadata", document!("get_metadata.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.user);
    }
}
