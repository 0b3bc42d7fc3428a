//! Check whether a user exists.
//!
//! Wire: GraphQL `query userExist` at the user service.

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Phone, Service};

/// Checks whether a user with a phone number, a username or an email address exists.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::account::CheckUserExists;
///
/// let taken = client.user_exists(CheckUserExists::Email("bob@example.com".into()))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub enum CheckUserExists {
    /// A phone number.
    Phone(Phone),
    /// A username.
    Username(String),
    /// An email address.
    Email(String),
}

impl Operation for CheckUserExists {
    type Needs = needs::Optional;
    type Response = bool;

    const NAME: &'static str = "userExist";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "userExist", document!("check_user_exists.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
        match self {
            Self::Phone(phone) => to.require("phone", phone),
            Self::Username(username) => to.require("username", username),
            Self::Email(email) => to.require("email", email),
        }
    }
}
