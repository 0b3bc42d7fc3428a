//! Bind an account of a third party.
//!
//! Wire: GraphQL `mutation bindOtherOAuth` at the user service.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, ResponseShape, document};
use crate::{Operation, PersonalData, Service, UserId};

/// Binds an account of a third party, so that the user can log in with it.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::social::BindOauth;
/// let binding = client.bind_oauth(BindOauth {
///     user: "5e05bbf2d51b3761d5c71070".into(),
///     kind: "github".into(),
///     unionid: "583231".into(),
///     user_info: "{}".into(),
/// })?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct BindOauth {
    /// The user who binds the account.
    pub user: UserId,
    /// The third party, such as `github`.
    pub kind: String,
    /// The account's id there.
    pub unionid: PersonalData,
    /// The account's profile, as JSON text.
    pub user_info: PersonalData,
}

impl Operation for BindOauth {
    type Needs = needs::Optional;
    type Response = OauthBinding;

    const NAME: &'static str = "bindOtherOAuth";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "bindOtherOAuth", document!("bind_oauth.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("user", &self.user);
        to.insert_pool_id("client");
        to.require("type", &self.kind);
        to.require("unionid", &self.unionid);
        to.insert("userInfo", &self.user_info);
    }
}

/// A user's binding of an account of a third party (`UserOAuthBind`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OauthBinding {
    /// The id of the binding.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The user who has bound the account.
    pub user: Option<UserId>,
    /// The pool.
    pub client: Option<String>,
    /// The third party.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The account's id there.
    pub unionid: Option<PersonalData>,
    /// The account's profile, as JSON text.
    pub user_info: Option<PersonalData>,
    /// The time of the binding.
    pub created_at: Option<String>,
}

impl ResponseShape for OauthBinding {}
