//! Get several users by their ids.
//!
//! Wire: GraphQL `query userPatch` at the user service, with the owner's `authorization`.
//! The ids are joined by commas. Like the published client, it adds a variable `registerInClient` that the document does not
//! declare.

use crate::principal::needs;
use crate::types::{List, User};
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service, UserId};

/// Reads several users with one request.
///
/// # Errors
///
/// [`ErrorCode::TOO_MANY_IDS`](crate::ErrorCode::TOO_MANY_IDS) for more than 80 ids.
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
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "userPatch", document!("get_users_by_ids.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert("ids", self.ids.iter().map(UserId::as_str).collect::<Vec<_>>().join(","));
        to.insert_pool_id("registerInClient");
    }
}
