//! Read the second factor of a user.
//!
//! Wire: GraphQL `query queryMFA` at the user service.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, ResponseShape, document};
use crate::{Operation, Secret, Service, UserId};

/// Reads whether a user logs in with a second factor; `None` before [`ChangeMfa`](super::ChangeMfa).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// if let Some(mfa) = client.query_mfa("5e05bbf2d51b3761d5c71070")? {
///     println!("on: {:?}", mfa.enable);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct QueryMfa {
    /// The user whose second factor is read.
    pub user: UserId,
}

impl Operation for QueryMfa {
    type Needs = needs::Optional;
    type Response = Option<Mfa>;

    const NAME: &'static str = "queryMFA";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "queryMFA", document!("query_mfa.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("userPoolId");
        to.require("userId", &self.user);
    }
}

/// A user's second factor: time-based one-time passwords (RFC 6238).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Mfa {
    /// The id of the setting.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The user who has the second factor.
    pub user_id: Option<UserId>,
    /// The pool.
    pub user_pool_id: Option<String>,
    /// Whether the second factor is on.
    pub enable: Option<bool>,
    /// The key shared with the user's authenticator, base32.
    pub share_key: Option<Secret>,
}

impl ResponseShape for Mfa {}
