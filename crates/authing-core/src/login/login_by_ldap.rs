//! Log in with an account of the company's LDAP directory.
//!
//! Wire: GraphQL `mutation LoginByLDAP` at the oauth service. The protocol sends the password unencrypted, over TLS.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Password, Service, SessionEffect};

/// Logs in with an account of the LDAP directory that the pool is connected to.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let user = client.login_by_ldap("bob", "password")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct LoginByLdap {
    /// The name in the directory.
    pub username: String,
    /// The password in the directory.
    pub password: Password,
}

impl Operation for LoginByLdap {
    type Needs = needs::Login;
    type Response = User;

    const NAME: &'static str = "LoginByLDAP";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::Oauth, "LoginByLDAP", document!("login_by_ldap.graphql"));
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("username", &self.username);
        to.require("password", &self.password);
        to.insert_pool_id("clientId");
    }
}
