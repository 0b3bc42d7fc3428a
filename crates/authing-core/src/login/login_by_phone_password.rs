//! Log in with a phone number and a password.
//!
//! Wire: GraphQL `mutation login(phone, password: <RSA>)`.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Password, PersonalData, Phone, Service, SessionEffect};

/// Logs in with a phone number and a password, which is encrypted with the pool's public key.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::login::LoginByPhonePassword;
///
/// let user = client.login_by_phone_password("17670416754", "password")?;
///
/// let (phone, password) = ("17670416754".into(), "password".into());
/// let params = Some(r#"{"source":"shop"}"#.into());
/// let user = client.call(LoginByPhonePassword { phone, password, browser: None, params })?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct LoginByPhonePassword {
    /// The phone number.
    pub phone: Phone,
    /// The password; at most 117 bytes of UTF-8 with a key of 1024 bits.
    pub password: Password,
    /// The browser of the user, if a server logs the user in: its `user-agent`.
    pub browser: Option<String>,
    /// Any data for the pool's rules, as JSON text.
    pub params: Option<PersonalData>,
}

impl Operation for LoginByPhonePassword {
    type Needs = needs::Login;
    type Response = User;

    const NAME: &'static str = "loginByPhonePassword";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "login", document!("login_by_phone_password.graphql"));
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("registerInClient");
        to.require("phone", &self.phone);
        to.insert_encrypted("password", &self.password);
        to.insert_some("browser", self.browser.as_ref());
        to.insert_some("params", self.params.as_ref());
    }
}
