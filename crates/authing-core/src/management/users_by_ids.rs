//! Several users by their ids.
//!
//! Wire: GraphQL `query userPatch` at the user service, signed by the owner.
//! The ids go joined by commas. The published client adds a variable
//! `registerInClient` that its document does not declare, and so do we.

use crate::types::{List, User};
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, Signer, UserId};

/// Reads several users at once; at most 80, or the service refuses with [`Code::TOO_MANY_IDS`](crate::Code::TOO_MANY_IDS).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let users = client.users_by_ids(["5e05bbf2d51b3761d5c71070", "5e05bbf2d51b3761d5c71071"])?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UsersByIds {
    /// Who.
    pub ids: Vec<UserId>,
}

impl Operation for UsersByIds {
    type Answer = List<User>;

    const NAME: &'static str = "userPatch";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "userPatch", Document::whole(include_str!("users_by_ids.graphql")));
    const SIGNER: Signer = Signer::Owner;
    const REPEATABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.put("ids", self.ids.iter().map(UserId::as_str).collect::<Vec<_>>().join(","));
        to.pool("registerInClient");
    }
}
