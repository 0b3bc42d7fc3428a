//! Set a new password with the code from an email.
//!
//! Wire: GraphQL `mutation changePassword(password: <RSA>)`.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
use crate::{OneTimeCode, Operation, Password, Service};

/// Sets a new password, with the code that [`SendResetPasswordEmail`](super::SendResetPasswordEmail) sent.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.send_reset_password_email("bob@example.com")?;
/// client.change_password("bob@example.com", "new password", "1234")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ChangePassword {
    /// The address that the code was sent to.
    pub email: String,
    /// The new password; at most 117 bytes of UTF-8 with a key of 1024 bits.
    pub password: Password,
    /// The code from the email.
    pub verify_code: OneTimeCode,
}

impl Operation for ChangePassword {
    type Needs = needs::Nothing;
    type Response = User;

    const NAME: &'static str = "changePassword";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "changePassword", document!("change_password.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("email", &self.email);
        to.insert_pool_id("client");
        to.insert_encrypted("password", &self.password);
        to.require("verifyCode", &self.verify_code);
    }
}
