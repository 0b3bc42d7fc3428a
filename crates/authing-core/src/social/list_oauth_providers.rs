//! List the third parties for logins.
//!
//! Wire: GraphQL `query ReadOauthList` at the oauth service.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{AppId, Operation, Service};

/// Lists the third parties whose accounts can log in to the pool.
///
/// The list is the service's, with the disabled ones. The published client leaves those out: test
/// [`enabled`](OauthProvider::enabled).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// for provider in client.oauth_list()? {
///     if provider.enabled == Some(true) {
///         println!("{:?} at {:?}", provider.name, provider.url);
///     }
/// }
///
/// use authing_core::social::ListOauthProviders;
/// let for_guard = client.call(ListOauthProviders { use_guard: Some(true), ..ListOauthProviders::default() })?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct ListOauthProviders {
    /// Whether the list is for the login form Guard (`useGuard`).
    pub use_guard: Option<bool>,
    /// The pool or application whose third parties are listed (`clientId`); by default the client's pool.
    pub client_id: Option<AppId>,
}

impl Operation for ListOauthProviders {
    type Needs = needs::Nothing;
    type Response = Vec<OauthProvider>;

    const NAME: &'static str = "ReadOauthList";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::Oauth, "ReadOauthList", document!("list_oauth_providers.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.client_id {
            Some(id) => to.require("clientId", id),
            None => to.insert_pool_id("clientId"),
        }
        to.insert_some("useGuard", self.use_guard.as_ref());
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
