//! The first step of a change of the email address.
//!
//! Wire: `POST {host}/api/v3/verify-update-email-request`

use super::proof_token::proof_token;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Service};

fields! {
    /// Begins the change of an email address: the token for [`UpdateEmail`](super::UpdateEmail).
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code
    ///   is wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if another user has the
    ///   address.
    pub struct VerifyUpdateEmailRequest {
        /// The new address.
        new_email: String = "newEmail";
        /// The code that was sent to it.
        new_email_pass_code: OneTimeCode = "newEmailPassCode";
        /// The old address, if there is one.
        old_email: Option<String> = "oldEmail";
        /// The code that was sent to it.
        old_email_pass_code: Option<OneTimeCode> = "oldEmailPassCode";
    }
}

proof_token! {
    /// The token for another email address. It is valid for 60 seconds.
    UpdateEmailToken { update_email_token = "updateEmailToken" }
}

impl VerifyUpdateEmailRequest {
    /// Creates the request from its required arguments.
    pub fn new(new_email: impl Into<String>, new_email_pass_code: impl Into<OneTimeCode>) -> Self {
        Self {
            new_email: new_email.into(),
            new_email_pass_code: new_email_pass_code.into(),
            old_email: None,
            old_email_pass_code: None,
        }
    }
}

impl Operation for VerifyUpdateEmailRequest {
    type Needs = needs::ApplicationUser;
    type Response = UpdateEmailToken;

    const NAME: &'static str = "verifyUpdateEmailRequest";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/verify-update-email-request",
        Encoding::Json,
        Envelope::V3,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert("verifyMethod", "EMAIL_PASSCODE");
        to.insert_object("emailPassCodePayload", |payload| self.insert_fields(payload));
    }
}
