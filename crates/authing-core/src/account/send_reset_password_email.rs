//! Send a code for a password reset.
//!
//! Wire: GraphQL `mutation sendResetPasswordEmail` at the user service.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Sends an email with a code for [`ChangePassword`](super::ChangePassword).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.send_reset_password_email("bob@example.com")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SendResetPasswordEmail {
    /// The email address of the recipient.
    pub email: String,
}

impl Operation for SendResetPasswordEmail {
    type Needs = needs::Nothing;
    type Response = CommonMessage;

    const NAME: &'static str = "sendResetPasswordEmail";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "sendResetPasswordEmail", document!("send_reset_password_email.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("email", &self.email);
        to.insert_pool_id("client");
    }
}
