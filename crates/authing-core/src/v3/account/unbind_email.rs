//! Unbinds the email address.
//!
//! Wire: `POST {host}/api/v3/unbind-email`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Service};

fields! {
    /// Unbinds the email address of an account, with a code that was sent to it.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code
    ///   is wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_UNPROCESSABLE`](crate::ErrorCode::V3_UNPROCESSABLE) if the account
    ///   has no address, or no other way to log in.
    pub struct UnbindEmail {
        /// The code.
        pass_code: OneTimeCode = "passCode";
    }
}

impl UnbindEmail {
    /// Creates the request from its required arguments.
    pub fn new(pass_code: impl Into<OneTimeCode>) -> Self {
        Self { pass_code: pass_code.into() }
    }
}

impl Operation for UnbindEmail {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "unbindEmail";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/unbind-email", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
