//! Unbinds the email address.
//!
//! Wire: `POST {host}/api/v3/unbind-email`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Service};

fields! {
    /// Unbinds the email address of an account, with a code that was sent to it.
    pub struct UnbindEmail {
        /// The code.
        pass_code: OneTimeCode = "passCode";
    }
}

impl UnbindEmail {
    /// The request, with nothing that may be left out.
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
