//! The second step of a change of the email address.
//!
//! Wire: `POST {host}/api/v3/update-email`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service, Token};

fields! {
    /// Changes the email address with the token of [`VerifyUpdateEmailRequest`](super::VerifyUpdateEmailRequest).
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_BAD_REQUEST`](crate::ErrorCode::V3_BAD_REQUEST) if the token was
    ///   used or has expired.
    pub struct UpdateEmail {
        /// The token of the first step.
        update_email_token: Token = "updateEmailToken";
    }
}

impl UpdateEmail {
    /// Creates the request from its required arguments.
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
