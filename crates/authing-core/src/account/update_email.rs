//! Change the email address.
//!
//! Wire: GraphQL `mutation updateEmail` at the user service.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
use crate::{OneTimeCode, Operation, Service};

/// Changes the user's email address, with codes from [`SendChangeEmailVerifyCode`](super::SendChangeEmailVerifyCode).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::account::UpdateEmail;
/// let change = UpdateEmail {
///     email: "new@example.com".into(),
///     email_code: "1234".into(),
///     old_email: Some("old@example.com".into()),
///     old_email_code: Some("5678".into()),
/// };
/// let user = client.update_email(change)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UpdateEmail {
    /// The new address.
    pub email: String,
    /// The code sent to it.
    pub email_code: OneTimeCode,
    /// The old address, where the pool asks for it.
    pub old_email: Option<String>,
    /// The code sent to the old address.
    pub old_email_code: Option<OneTimeCode>,
}

impl Operation for UpdateEmail {
    type Needs = needs::Optional;
    type Response = User;

    const NAME: &'static str = "updateEmail";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "updateEmail", document!("update_email.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("email", &self.email);
        to.require("emailCode", &self.email_code);
        to.insert_some("oldEmail", self.old_email.as_deref());
        to.insert_some("oldEmailCode", self.old_email_code.as_ref());
        to.insert_pool_id("userPoolId");
    }
}
