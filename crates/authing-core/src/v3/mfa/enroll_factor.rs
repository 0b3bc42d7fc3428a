//! The second step of enrolling a second factor.
//!
//! Wire: `POST {host}/api/v3/enroll-factor`

use crate::principal::needs;
use crate::v3::types::FactorType;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Service, Token};

fields! {
    /// Enrols a second factor.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code
    ///   is wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_TOTP`](crate::ErrorCode::WRONG_TOTP) if the one-time password is
    ///   wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_BAD_REQUEST`](crate::ErrorCode::V3_BAD_REQUEST) if the token was
    ///   used or has expired.
    pub struct EnrollFactor {
        /// The kind of factor.
        factor_type: FactorType = "factorType";
        /// The token of the first step.
        enrollment_token: Token = "enrollmentToken";
        /// The proof that the user has the factor.
        enrollment_data: EnrollmentData = "enrollmentData";
    }
}

fields! {
    /// The proof that the user has a factor.
    #[derive(Default)]
    pub struct EnrollmentData {
        /// The code of the SMS, the mail or the device.
        pass_code: Option<OneTimeCode> = "passCode";
        /// The URL of a photo, for a face.
        photo: Option<String> = "photo";
        /// Whether the photo is stored elsewhere.
        is_external_photo: Option<bool> = "isExternalPhoto";
    }
}

impl EnrollFactor {
    /// Creates the request from its required arguments.
    pub fn new(
        factor_type: impl Into<FactorType>,
        enrollment_token: impl Into<Token>,
        enrollment_data: impl Into<EnrollmentData>,
    ) -> Self {
        Self {
            factor_type: factor_type.into(),
            enrollment_token: enrollment_token.into(),
            enrollment_data: enrollment_data.into(),
        }
    }
}

impl Operation for EnrollFactor {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "enrollFactor";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/enroll-factor", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
