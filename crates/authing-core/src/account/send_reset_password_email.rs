//! Send a code to reset a password.
//!
//! Wire: GraphQL `mutation sendResetPasswordEmail` at the user service.

use crate::types::Message;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Service};

/// Sends a mail with a code for [`ChangePassword`](super::ChangePassword).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.send_reset_password_email("bob@example.com")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SendResetPasswordEmail {
    /// To whom.
    pub email: String,
}

impl Operation for SendResetPasswordEmail {
    type Answer = Message;

    const NAME: &'static str = "sendResetPasswordEmail";
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "sendResetPasswordEmail",
        Document::whole(include_str!("send_reset_password_email.graphql")),
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.need("email", &self.email);
        to.pool("client");
    }
}
