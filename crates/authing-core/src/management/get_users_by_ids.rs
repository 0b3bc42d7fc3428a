//! Several users by their ids.
//!
//! Wire: GraphQL `query userPatch` at the user service, with the owner's `authorization`.
//! The ids go joined by commas. The published client adds a variable
//! `registerInClient` that its document does not declare, and so do we.

use crate::principal::needs;
use crate::types::{List, User};
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, UserId};

/// Reads several users at once; at most 80, or the service refuses with [`ErrorCode::TOO_MANY_IDS`](crate::ErrorCode::TOO_MANY_IDS).
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let users = client.users_by_ids(["5e05bbf2d51b3761d5c71070", "5e05bbf2d51b3761d5c71071"])?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetUsersByIds {
    /// The users to read; at most 80.
    pub ids: Vec<UserId>,
}

impl Operation for GetUsersByIds {
    type Needs = needs::Owner;
    type Response = List<User>;

    const NAME: &'static str = "userPatch";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "userPatch", Document::new(include_str!("get_users_by_ids.graphql")));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert("ids", self.ids.iter().map(UserId::as_str).collect::<Vec<_>>().join(","));
        to.insert_pool_id("registerInClient");
    }
}
