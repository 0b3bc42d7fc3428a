//! Unbind an account of a third party.
//!
//! Wire: GraphQL `mutation unbindOtherOAuth` at the user service.

use super::Binding;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service, UserId};

/// Unbinds an account of a third party; refused with [`Code::LAST_LOGIN_METHOD`](crate::Code::LAST_LOGIN_METHOD) when it is the only way to log in.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.unbind_oauth("5e05bbf2d51b3761d5c71070", "github")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UnbindOauth {
    /// Whose.
    pub user: UserId,
    /// The third party, such as `github`.
    pub kind: String,
}

impl Operation for UnbindOauth {
    type Answer = Binding;

    const NAME: &'static str = "unbindOtherOAuth";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "unbindOtherOAuth", Document::whole(include_str!("unbind_oauth.graphql")));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.need("user", &self.user);
        to.pool("client");
        to.need("type", &self.kind);
    }
}
