//! The first step of another email address.
//!
//! Wire: `POST {host}/api/v3/verify-update-email-request`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields, loose_number};
use crate::{Method, OneTimeCode, Operation, Service, Token};

fields! {
    /// Begins the change of an email address: the token for [`UpdateEmail`](super::UpdateEmail).
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

/// The token for another email address, which lives a minute.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UpdateEmailToken {
    /// The token.
    pub update_email_token: Token,
    /// The lifetime of the token in seconds.
    #[serde(default, deserialize_with = "loose_number")]
    pub token_expires_in: Option<i64>,
}

impl VerifyUpdateEmailRequest {
    /// The request, with nothing that may be left out.
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

impl ResponseShape for UpdateEmailToken {
    const SHAPE: Shape = Shape::Object(&["updateEmailToken"]);
}
