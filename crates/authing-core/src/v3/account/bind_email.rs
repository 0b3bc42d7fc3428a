//! Binds an email address.
//!
//! Wire: `POST {host}/api/v3/bind-email`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Service};

fields! {
    /// Binds an email address to an account that has none, with a code that was sent to it.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code
    ///   is wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if another user has the
    ///   address.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_UNPROCESSABLE`](crate::ErrorCode::V3_UNPROCESSABLE) if the account
    ///   has an address.
    pub struct BindEmail {
        /// The email address.
        email: String = "email";
        /// The code.
        pass_code: OneTimeCode = "passCode";
    }
}

impl BindEmail {
    /// Creates the request from its required arguments.
    pub fn new(email: impl Into<String>, pass_code: impl Into<OneTimeCode>) -> Self {
        Self { email: email.into(), pass_code: pass_code.into() }
    }
}

impl Operation for BindEmail {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "bindEmail";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/bind-email", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
