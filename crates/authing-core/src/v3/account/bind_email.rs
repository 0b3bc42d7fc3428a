//! Binds an email address.
//!
//! Wire: `POST {host}/api/v3/bind-email`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Service};

fields! {
    /// Binds an email address to an account that has none, with a code that was sent to it.
    pub struct BindEmail {
        /// The address.
        email: String = "email";
        /// The code.
        pass_code: OneTimeCode = "passCode";
    }
}

impl BindEmail {
    /// The request, with nothing that may be left out.
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
