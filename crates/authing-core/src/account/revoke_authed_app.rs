//! Revoke an authorization.
//!
//! Wire: GraphQL `mutation RevokeUserAuthorizedApp` at the oauth service.

use crate::principal::needs;
use crate::types::RevokedAuthorization;
use crate::wire::{Arguments, Endpoint, document};
use crate::{AppId, Operation, Service, UserId};

/// Revokes a user's authorization of an application.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.revoke_authed_app("5e05bbf2d51b3761d5c71070", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RevokeAuthedApp {
    /// The user who authorized the application.
    pub user: UserId,
    /// The application that loses the authorization.
    pub app: AppId,
}

impl Operation for RevokeAuthedApp {
    type Needs = needs::Optional;
    type Response = RevokedAuthorization;

    const NAME: &'static str = "RevokeUserAuthorizedApp";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::Oauth, "RevokeUserAuthorizedApp", document!("revoke_authed_app.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
        to.require("userId", &self.user);
        to.require("appId", &self.app);
    }
}
