//! The second step of a password reset.
//!
//! Wire: `POST {host}/api/v3/reset-password`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Password, Service, Token};

fields! {
    /// Sets a new password with the token of [`VerifyResetPasswordRequest`](super::VerifyResetPasswordRequest).
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_BAD_REQUEST`](crate::ErrorCode::V3_BAD_REQUEST) if the token was
    ///   used or has expired.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_UNPROCESSABLE`](crate::ErrorCode::V3_UNPROCESSABLE) if the password
    ///   is too weak.
    pub struct ResetPassword {
        /// The new password.
        password: Password = "password";
        /// The token of the first step.
        password_reset_token: Token = "passwordResetToken";
    }
}

impl ResetPassword {
    /// Creates the request from its required arguments.
    pub fn new(password: impl Into<Password>, password_reset_token: impl Into<Token>) -> Self {
        Self { password: password.into(), password_reset_token: password_reset_token.into() }
    }
}

impl Operation for ResetPassword {
    type Needs = needs::AnyApplication;
    type Response = ();

    const NAME: &'static str = "resetPassword";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/reset-password",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
        to.insert_password_encrypt_type();
    }
}
