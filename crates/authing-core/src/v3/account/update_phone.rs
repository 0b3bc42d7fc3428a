//! The second step of a change of the phone number.
//!
//! Wire: `POST {host}/api/v3/update-phone`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service, Token};

fields! {
    /// Changes the phone number with the token of [`VerifyUpdatePhoneRequest`](super::VerifyUpdatePhoneRequest).
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_BAD_REQUEST`](crate::ErrorCode::V3_BAD_REQUEST) if the token was
    ///   used or has expired.
    pub struct UpdatePhone {
        /// The token of the first step.
        update_phone_token: Token = "updatePhoneToken";
    }
}

impl UpdatePhone {
    /// Creates the request from its required arguments.
    pub fn new(update_phone_token: impl Into<Token>) -> Self {
        Self { update_phone_token: update_phone_token.into() }
    }
}

impl Operation for UpdatePhone {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "updatePhone";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/update-phone", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
