//! Set a custom field.
//!
//! Wire: GraphQL `mutation setUserMetadata(input: {…})` at the user service.

use std::fmt;

use super::Metadata;
use crate::principal::needs;
use crate::wire::{Argument, Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Sets one custom field of a user, and returns all fields.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let fields = client.set_metadata("5e05bbf2d51b3761d5c71070", "KEY", "VALUE")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SetMetadata {
    /// The user who owns the metadata.
    pub user: UserId,
    /// The name of the field.
    pub key: String,
    /// The value of the field.
    pub value: String,
}

impl fmt::Debug for SetMetadata {
    /// Hides the value, which may be personal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { user, key, value: _ } = self;
        f.debug_struct("SetMetadata").field("user", user).field("key", key).finish_non_exhaustive()
    }
}

impl Operation for SetMetadata {
    type Needs = needs::Optional;
    type Response = Metadata;

    const NAME: &'static str = "setUserMetadata";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "setUserMetadata", document!("set_metadata.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_object("input", |input| {
            input.require("_id", &self.user);
            input.require("key", &self.key);
            input.insert("value", Argument::Secret(&self.value));
        });
    }
}
