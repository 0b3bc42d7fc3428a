//! Refresh a user's tokens of a third party.
//!
//! Wire: GraphQL `mutation refreshThirdPartyToken` at the user service, with the owner's `authorization`.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, ResponseShape, document};
use crate::{Operation, Service, Token, UserId};

/// Refreshes the tokens of a user's account at a third party. The service makes the request to the third party.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// let refreshed = client.refresh_third_party_token("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct RefreshThirdPartyToken {
    /// The user whose tokens are refreshed.
    pub user: UserId,
}

impl Operation for RefreshThirdPartyToken {
    type Needs = needs::Owner;
    type Response = ThirdPartyTokens;

    const NAME: &'static str = "refreshThirdPartyToken";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "refreshThirdPartyToken", document!("refresh_third_party_token.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
        to.require("userId", &self.user);
    }
}

/// The new tokens of a third party (`RefreshThirdPartyIdentityResult`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ThirdPartyTokens {
    /// Whether the tokens were refreshed; `false` if the user has none.
    pub refresh_success: Option<bool>,
    /// The reason if the tokens were not refreshed.
    pub message: Option<String>,
    /// The third party.
    pub provider: Option<String>,
    /// The new refresh token.
    pub refresh_token: Option<Token>,
    /// The new access token.
    pub access_token: Option<Token>,
    /// The time of the refresh.
    pub updated_at: Option<String>,
}

impl ResponseShape for ThirdPartyTokens {}
