//! A new token for a user.
//!
//! Wire: GraphQL `mutation refreshToken` at the user service, signed by the owner.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::wire::{Arguments, Document, Endpoint, ResponseShape, Shape, loose_number};
use crate::{Operation, Service, Token, UserId};

/// Makes a new token for a user.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let token = client.refresh_user_token("5e05bbf2d51b3761d5c71070")?.token;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RefreshUserToken {
    /// For whom.
    pub user: UserId,
}

impl Operation for RefreshUserToken {
    type Needs = needs::Owner;
    type Response = UserTokenResponse;

    const NAME: &'static str = "refreshToken";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "refreshToken", Document::new(include_str!("refresh_user_token.graphql")));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("client");
        to.require("user", &self.user);
    }
}

/// A new token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserTokenResponse {
    /// The token.
    pub token: Token,
    /// When it was made, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub iat: Option<i64>,
    /// When it expires, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub exp: Option<i64>,
}

impl ResponseShape for UserTokenResponse {
    const SHAPE: Shape = Shape::Object(&["token"]);
}
