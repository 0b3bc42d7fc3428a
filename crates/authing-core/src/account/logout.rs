//! Log out.
//!
//! Wire: GraphQL `mutation updateUser(options: {tokenExpiredAt: "0"})` at the user service.

use super::update;
use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint};
use crate::{Operation, SessionEffect, UserId};

/// Logs a user out: the service revokes the tokens that it has issued to the user, and the client clears its own token. The client
/// clears it even if the request fails.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.logout()?;
/// assert!(client.session().token().is_none());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Logout {
    user: Option<UserId>,
}

impl Logout {
    /// Of a user by id.
    pub fn of(user: impl Into<UserId>) -> Self {
        Self { user: Some(user.into()) }
    }
}

impl Operation for Logout {
    type Needs = needs::Optional;
    type Response = User;

    const NAME: &'static str = "logout";
    const ENDPOINT: Endpoint = update::ENDPOINT;
    const SESSION_EFFECT: SessionEffect = SessionEffect::ClearToken;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.user {
            Some(user) => to.require("_id", user),
            None => to.require_own_id("_id"),
        }
        to.insert("tokenExpiredAt", "0");
        to.insert_pool_id("registerInClient");
    }
}
