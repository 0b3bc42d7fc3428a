//! Send an email that verifies an email address.
//!
//! Wire: GraphQL `mutation sendVerifyEmail` at the user service.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Sends an email with a link that verifies the email address.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.send_verify_email("bob@example.com")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SendVerifyEmail {
    /// The email address of the recipient.
    pub email: String,
}

impl Operation for SendVerifyEmail {
    type Needs = needs::Optional;
    type Response = CommonMessage;

    const NAME: &'static str = "sendVerifyEmail";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "sendVerifyEmail", document!("send_verify_email.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("email", &self.email);
        to.insert_pool_id("client");
    }
}
