//! Set a custom field.
//!
//! Wire: GraphQL `mutation setUserMetadata(input: {…})` at the user service.

use super::Fields;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, UserId};

/// Sets one custom field of a user, and gives all of them.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let fields = client.set_metadata("5e05bbf2d51b3761d5c71070", "KEY", "VALUE")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SetMetadata {
    /// Whose.
    pub user: UserId,
    /// The field.
    pub key: String,
    /// Its value.
    pub value: String,
}

impl Operation for SetMetadata {
    type Answer = Fields;

    const NAME: &'static str = "setUserMetadata";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "setUserMetadata", Document::whole(include_str!("set_metadata.graphql")));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.object("input", |input| {
            input.need("_id", &self.user);
            input.need("key", &self.key);
            input.put("value", &self.value);
        });
    }
}
