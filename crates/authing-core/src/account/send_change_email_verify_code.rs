//! Send a code for a change of the email address.
//!
//! Wire: GraphQL `mutation sendChangeEmailVerifyCode` at the user service.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Sends an email with a code for [`UpdateEmail`](super::UpdateEmail), to the new email address or to the old one.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.send_change_email_verify_code("new@example.com")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SendChangeEmailVerifyCode {
    /// The email address of the recipient.
    pub email: String,
}

impl Operation for SendChangeEmailVerifyCode {
    type Needs = needs::Optional;
    type Response = CommonMessage;

    const NAME: &'static str = "sendChangeEmailVerifyCode";
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "sendChangeEmailVerifyCode",
        document!("send_change_email_verify_code.graphql"),
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("email", &self.email);
        to.insert_pool_id("userPoolId");
    }
}
