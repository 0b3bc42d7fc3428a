//! Check a code for a password reset.
//!
//! Wire: GraphQL `mutation verifyResetPasswordVerifyCode` at the user service.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{OneTimeCode, Operation, Service};

/// Checks a code of [`SendResetPasswordEmail`](super::SendResetPasswordEmail), before the user enters a new password.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.verify_reset_password_verify_code("bob@example.com", "1234")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct VerifyResetPasswordVerifyCode {
    /// The address that the code was sent to.
    pub email: String,
    /// The code from the email.
    pub verify_code: OneTimeCode,
}

impl Operation for VerifyResetPasswordVerifyCode {
    type Needs = needs::Nothing;
    type Response = CommonMessage;

    const NAME: &'static str = "verifyResetPasswordVerifyCode";
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "verifyResetPasswordVerifyCode",
        document!("verify_reset_password_verify_code.graphql"),
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("email", &self.email);
        to.require("verifyCode", &self.verify_code);
        to.insert_pool_id("client");
    }
}
