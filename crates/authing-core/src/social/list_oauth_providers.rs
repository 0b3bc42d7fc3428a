//! List the third parties for logins.
//!
//! Wire: GraphQL `query ReadOauthList` at the oauth service.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Lists the third parties whose accounts can log in to the pool.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// for provider in client.oauth_list()? {
///     println!("{:?} at {:?}", provider.name, provider.url);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ListOauthProviders;

impl Operation for ListOauthProviders {
    type Needs = needs::Nothing;
    type Response = Vec<OauthProvider>;

    const NAME: &'static str = "ReadOauthList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::Oauth, "ReadOauthList", document!("list_oauth_providers.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("clientId");
    }
}

/// A third party whose accounts can log in (`OAuthList`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OauthProvider {
    /// The id of the provider.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The name of the provider.
    pub name: Option<String>,
    /// The short name, such as `github`.
    pub alias: Option<String>,
    /// The URL of the logo.
    pub image: Option<String>,
    /// The description of the provider.
    pub description: Option<String>,
    /// Whether the provider is enabled.
    pub enabled: Option<bool>,
    /// The URL of the provider's login page.
    pub url: Option<String>,
    /// The pool.
    pub client: Option<String>,
    /// The id of the user who configured the provider.
    pub user: Option<String>,
}
