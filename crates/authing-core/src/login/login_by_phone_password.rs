//! Log in with a phone number and a password.
//!
//! Wire: GraphQL `mutation login(phone, password: <RSA>)`.

use crate::types::User;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Effect, Operation, Password, Phone, Service};

/// Logs in with a phone number and a password, which is encrypted with the pool's public key.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let user = client.login_by_phone_password("17670416754", "password")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct LoginByPhonePassword {
    /// The phone number.
    pub phone: Phone,
    /// The password; at most 117 bytes of UTF-8 with a key of 1024 bits.
    pub password: Password,
}

impl Operation for LoginByPhonePassword {
    type Answer = User;

    const NAME: &'static str = "loginByPhonePassword";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "login", Document::whole(include_str!("login_by_phone_password.graphql")));
    const EFFECT: Effect = Effect::SignsIn("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.pool("registerInClient");
        to.need("phone", &self.phone);
        to.seal("password", &self.password);
    }
}
