//! Log out.
//!
//! Wire: GraphQL `mutation updateUser(options: {tokenExpiredAt: "0"})` at the user service.

use super::update;
use crate::types::User;
use crate::wire::{Arguments, Endpoint};
use crate::{Operation, SessionEffect, UserId};

/// Logs a user out: the service revokes the tokens that it has issued to the user, and the client clears its own token. The client
/// clears it even if the request fails.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.logout("5e05bbf2d51b3761d5c71070")?;
/// assert!(client.session().token().is_none());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Logout {
    /// The user who logs out.
    pub user: UserId,
}

impl Operation for Logout {
    type Response = User;

    const NAME: &'static str = "logout";
    const ENDPOINT: Endpoint = update::ENDPOINT;
    const SESSION_EFFECT: SessionEffect = SessionEffect::ClearToken;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.user);
        to.insert("tokenExpiredAt", "0");
        to.insert_pool_id("registerInClient");
    }
}
