//! Issue a new token to a user.
//!
//! Wire: GraphQL `mutation refreshToken` at the user service, with the owner's `authorization`.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, ResponseShape, Shape, document, loose_number};
use crate::{Operation, Service, Token, UserId};

/// Issues a new token to a user.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let token = client.refresh_user_token("5e05bbf2d51b3761d5c71070")?.token;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RefreshUserToken {
    /// The user who gets the token.
    pub user: UserId,
}

impl Operation for RefreshUserToken {
    type Needs = needs::Owner;
    type Response = UserTokenResponse;

    const NAME: &'static str = "refreshToken";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "refreshToken", document!("refresh_user_token.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("client");
        to.require("user", &self.user);
    }
}

/// The new token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserTokenResponse {
    /// The token.
    pub token: Token,
    /// The time of issue (`iat`), in seconds since 1970-01-01T00:00:00Z.
    #[serde(default, deserialize_with = "loose_number")]
    pub iat: Option<i64>,
    /// The time of expiry (`exp`), in seconds since 1970-01-01T00:00:00Z.
    #[serde(default, deserialize_with = "loose_number")]
    pub exp: Option<i64>,
}

impl ResponseShape for UserTokenResponse {
    const SHAPE: Shape = Shape::Object(&["token"]);
}
