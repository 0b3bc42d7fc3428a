//! Turn the second factor on or off.
//!
//! Wire: GraphQL `mutation changeMFA` at the user service.

use super::Mfa;
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Turns a user's second factor on or off.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let mfa = client.change_mfa("5e05bbf2d51b3761d5c71070", true)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ChangeMfa {
    /// The user whose second factor changes.
    pub user: UserId,
    /// `true` turns the second factor on, `false` off.
    pub enable: bool,
    /// Whether the service generates a new key.
    pub refresh_key: Option<bool>,
}

impl Operation for ChangeMfa {
    type Needs = needs::Optional;
    type Response = Mfa;

    const NAME: &'static str = "changeMFA";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "changeMFA", document!("change_mfa.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
        to.require("userId", &self.user);
        to.insert("enable", self.enable);
        to.insert_some("refreshKey", self.refresh_key.as_ref());
    }
}
