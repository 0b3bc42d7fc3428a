//! Remove a custom field.
//!
//! Wire: GraphQL `mutation removeUserMetadata(input: {…})` at the user service.

use super::Metadata;
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Removes one custom field of a user, and returns the remaining fields.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let fields = client.remove_metadata("5e05bbf2d51b3761d5c71070", "KEY")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RemoveMetadata {
    /// The user who owns the metadata.
    pub user: UserId,
    /// The name of the field.
    pub key: String,
}

impl Operation for RemoveMetadata {
    type Needs = needs::Optional;
    type Response = Metadata;

    const NAME: &'static str = "removeUserMetadata";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "removeUserMetadata", document!("remove_metadata.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("_id", &self.user);
            input.require("key", &self.key);
        });
    }
}
