//! The first step of a password reset.
//!
//! Wire: `POST {host}/api/v3/verify-reset-password-request`

use super::PassCode;
use super::proof_token::proof_token;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Begins a password reset with a code that was sent for it: the token for [`ResetPassword`](super::ResetPassword).
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code
    ///   is wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such
    ///   user.
    pub struct VerifyResetPasswordRequest {
        /// The code of an SMS or a mail, and where it was sent to.
        pass_code: PassCode = "passCodePayload";
    }
}

proof_token! {
    /// The token for a new password.
    PasswordResetToken { password_reset_token = "passwordResetToken" }
}

impl VerifyResetPasswordRequest {
    /// Creates the request from its required arguments.
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
