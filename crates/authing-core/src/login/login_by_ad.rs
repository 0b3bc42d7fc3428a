//! Log in with an account of an Active Directory.
//!
//! Wire: GraphQL `mutation loginByAd` at the oauth service. The password goes as it is, over TLS: that is the protocol. The
//! published client adds a variable `clientId` that its document does not declare, and so do we.

use crate::types::User;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{AdConnectorId, Effect, Operation, Password, Service};

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
    /// The connector: see [`AdConnectorByProvider`](super::AdConnectorByProvider).
    pub connector: AdConnectorId,
}

impl Operation for LoginByAd {
    type Answer = User;

    const NAME: &'static str = "loginByAd";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::Oauth, "loginByAd", Document::whole(include_str!("login_by_ad.graphql")));
    const EFFECT: Effect = Effect::SignsIn("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.need("username", &self.username);
        to.need("password", &self.password);
        to.need("adConnectorId", &self.connector);
        to.pool("clientId");
    }
}
