//! Send an email that activates an account.
//!
//! Wire: GraphQL `mutation sendVerifyEmail`, with only the sentence of the response, as in the published client.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Operation, Service};

/// Sends an email with a link that activates the account of a new user.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.send_activation_email("bob@example.com")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SendActivationEmail {
    /// The email address of the recipient.
    pub email: String,
}

impl Operation for SendActivationEmail {
    type Needs = needs::Optional;
    type Response = CommonMessage;

    const NAME: &'static str = "sendActivationEmail";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "sendVerifyEmail", document!("send_activation_email.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("email", &self.email);
        to.insert_pool_id("client");
    }
}
