//! The first step of a change of the phone number.
//!
//! Wire: `POST {host}/api/v3/verify-update-phone-request`

use super::proof_token::proof_token;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Phone, Service};

fields! {
    /// Begins the change of a phone number: the token for [`UpdatePhone`](super::UpdatePhone).
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code
    ///   is wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if another user has the
    ///   number.
    pub struct VerifyUpdatePhoneRequest {
        /// The new number.
        new_phone: Phone = "newPhoneNumber";
        /// The code that was sent to it.
        new_phone_pass_code: OneTimeCode = "newPhonePassCode";
        /// The country code of the new number.
        new_phone_country_code: Option<String> = "newPhoneCountryCode";
        /// The old number, if there is one.
        old_phone: Option<Phone> = "oldPhoneNumber";
        /// The code that was sent to it.
        old_phone_pass_code: Option<OneTimeCode> = "oldPhonePassCode";
        /// The country code of the old number.
        old_phone_country_code: Option<String> = "oldPhoneCountryCode";
    }
}

proof_token! {
    /// The token for another phone number. It is valid for 60 seconds.
    UpdatePhoneToken { update_phone_token = "updatePhoneToken" }
}

impl VerifyUpdatePhoneRequest {
    /// Creates the request from its required arguments.
    pub fn new(new_phone: impl Into<Phone>, new_phone_pass_code: impl Into<OneTimeCode>) -> Self {
        Self {
            new_phone: new_phone.into(),
            new_phone_pass_code: new_phone_pass_code.into(),
            new_phone_country_code: None,
            old_phone: None,
            old_phone_pass_code: None,
            old_phone_country_code: None,
        }
    }
}

impl Operation for VerifyUpdatePhoneRequest {
    type Needs = needs::ApplicationUser;
    type Response = UpdatePhoneToken;

    const NAME: &'static str = "verifyUpdatePhoneRequest";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/verify-update-phone-request",
        Encoding::Json,
        Envelope::V3,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert("verifyMethod", "PHONE_PASSCODE");
        to.insert_object("phonePassCodePayload", |payload| self.insert_fields(payload));
    }
}
