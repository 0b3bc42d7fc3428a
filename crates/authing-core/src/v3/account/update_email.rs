//! The second step of another email address.
//!
//! Wire: `POST {host}/api/v3/update-email`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service, Token};

fields! {
    /// Changes the email address with the token of [`VerifyUpdateEmailRequest`](super::VerifyUpdateEmailRequest).
    pub struct UpdateEmail {
        /// The token of the first step.
        update_email_token: Token = "updateEmailToken";
    }
}

impl UpdateEmail {
    /// The request, with nothing that may be left out.
    pub fn new(update_email_token: impl Into<Token>) -> Self {
        Self { update_email_token: update_email_token.into() }
    }
}

impl Operation for UpdateEmail {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "updateEmail";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/update-email", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
