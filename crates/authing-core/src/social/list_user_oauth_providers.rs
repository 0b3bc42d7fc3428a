//! List the third parties with a user's bindings.
//!
//! Wire: GraphQL `query notBindOAuthList` at the oauth service.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, PersonalData, Service, UserId};

/// Lists the third parties, and whether a user has bound an account of each.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let bound = client.user_oauth_list("5e05bbf2d51b3761d5c71070")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListUserOauthProviders {
    /// The user whose bindings are listed.
    pub user: UserId,
}

impl Operation for ListUserOauthProviders {
    type Needs = needs::Optional;
    type Response = Vec<UserOauthProvider>;

    const NAME: &'static str = "notBindOAuthList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::Oauth, "notBindOAuthList", document!("list_user_oauth_providers.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("user", &self.user);
        to.insert_pool_id("client");
    }
}

/// A third party, and whether the user has bound an account of it (`NotBindOAuth`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserOauthProvider {
    /// The third party.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Whether an account is bound; the schema spells it `binded`.
    #[serde(rename = "binded")]
    pub bound: Option<bool>,
    /// The account's id there.
    pub unionid: Option<PersonalData>,
    /// The id of the user in one application of WeChat.
    pub openid: Option<String>,
}
