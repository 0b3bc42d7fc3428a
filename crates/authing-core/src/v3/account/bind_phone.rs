//! Binds a phone number.
//!
//! Wire: `POST {host}/api/v3/bind-phone`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Phone, Service};

fields! {
    /// Binds a phone number to an account that has none, with a code that was sent to it.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code
    ///   is wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if another user has the
    ///   number.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_UNPROCESSABLE`](crate::ErrorCode::V3_UNPROCESSABLE) if the account
    ///   has a number.
    pub struct BindPhone {
        /// The number.
        phone: Phone = "phoneNumber";
        /// The code.
        pass_code: OneTimeCode = "passCode";
        /// The country code, such as `+86`.
        phone_country_code: Option<String> = "phoneCountryCode";
    }
}

impl BindPhone {
    /// Creates the request from its required arguments.
    pub fn new(phone: impl Into<Phone>, pass_code: impl Into<OneTimeCode>) -> Self {
        Self { phone: phone.into(), pass_code: pass_code.into(), phone_country_code: None }
    }
}

impl Operation for BindPhone {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "bindPhone";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/bind-phone", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
