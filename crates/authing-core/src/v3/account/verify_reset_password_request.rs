//! The first step of a password reset.
//!
//! Wire: `POST {host}/api/v3/verify-reset-password-request`

use serde::Deserialize;

use super::PassCode;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields, loose_number};
use crate::{Method, Operation, Service, Token};

fields! {
    /// Begins a password reset with a code that was sent for it: the token for [`ResetPassword`](super::ResetPassword).
    pub struct VerifyResetPasswordRequest {
        /// The code of an SMS or a mail, and where it was sent to.
        pass_code: PassCode = "passCodePayload";
    }
}

/// The token for a new password.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PasswordResetToken {
    /// The token.
    pub password_reset_token: Token,
    /// The lifetime of the token in seconds.
    #[serde(default, deserialize_with = "loose_number")]
    pub token_expires_in: Option<i64>,
}

impl VerifyResetPasswordRequest {
    /// The request, with nothing that may be left out.
    pub fn new(pass_code: impl Into<PassCode>) -> Self {
        Self { pass_code: pass_code.into() }
    }
}

impl Operation for VerifyResetPasswordRequest {
    type Needs = needs::AnyApplication;
    type Response = PasswordResetToken;

    const NAME: &'static str = "verifyResetPasswordRequest";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/verify-reset-password-request",
        Encoding::Json,
        Envelope::V3,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for PasswordResetToken {
    const SHAPE: Shape = Shape::Object(&["passwordResetToken"]);
}
