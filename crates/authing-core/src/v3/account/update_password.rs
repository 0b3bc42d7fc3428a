//! A new password of the user who is logged in.
//!
//! Wire: `POST {host}/api/v3/update-password`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Password, Service, Token};

fields! {
    /// Changes the password of the user who is logged in.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_PASSWORD`](crate::ErrorCode::WRONG_PASSWORD) if the old password
    ///   is wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_UNPROCESSABLE`](crate::ErrorCode::V3_UNPROCESSABLE) if the new
    ///   password is too weak.
    pub struct UpdatePassword {
        /// The new password.
        new_password: Password = "newPassword";
        /// The old one. A user without a password has none.
        old_password: Option<Password> = "oldPassword";
        /// The token of a login that needs a new password.
        password_reset_token: Option<Token> = "passwordResetToken";
    }
}

impl UpdatePassword {
    /// Creates the request from its required arguments.
    pub fn new(new_password: impl Into<Password>) -> Self {
        Self { new_password: new_password.into(), old_password: None, password_reset_token: None }
    }
}

impl Operation for UpdatePassword {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "updatePassword";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/update-password",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
        to.insert_password_encrypt_type();
    }
}
