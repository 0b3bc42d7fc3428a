//! Log in with an account of an Active Directory.
//!
//! Wire: GraphQL `mutation loginByAd` at the oauth service. The protocol sends the password unencrypted, over TLS. Like the
//! published client, it adds a variable `clientId` that the document does not declare.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
use crate::{AdConnectorId, Operation, Password, Service, SessionEffect};

/// Logs in with an account of an Active Directory that the pool is connected to.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let user = client.login_by_ad("bob", "password", "5e0b0c8d7f1a2b3c4d5e6f70")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct LoginByAd {
    /// The name in the directory.
    pub username: String,
    /// The password in the directory.
    pub password: Password,
    /// The connector: see [`GetAdConnector`](super::GetAdConnector).
    pub connector: AdConnectorId,
}

impl Operation for LoginByAd {
    type Needs = needs::Login;
    type Response = User;

    const NAME: &'static str = "loginByAd";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::Oauth, "loginByAd", document!("login_by_ad.graphql"));
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("username", &self.username);
        to.require("password", &self.password);
        to.require("adConnectorId", &self.connector);
        to.insert_pool_id("clientId");
    }
}
