//! Whether there is such a user.
//!
//! Wire: GraphQL `query userExist` at the user service.

use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Phone, Service};

/// Asks whether there is a user with a phone number, a username or an address.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::account::UserExists;
///
/// let taken = client.user_exists(UserExists::Email("bob@example.com".into()))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub enum UserExists {
    /// With this phone number.
    Phone(Phone),
    /// With this username.
    Username(String),
    /// With this address.
    Email(String),
}

impl Operation for UserExists {
    type Answer = bool;

    const NAME: &'static str = "userExist";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "userExist", Document::whole(include_str!("user_exists.graphql")));
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("userPoolId");
        match self {
            Self::Phone(phone) => to.need("phone", phone),
            Self::Username(username) => to.need("username", username),
            Self::Email(email) => to.need("email", email),
        }
    }
}
