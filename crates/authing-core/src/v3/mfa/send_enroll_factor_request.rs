//! The first step of enrolling a second factor.
//!
//! Wire: `POST {host}/api/v3/send-enroll-factor-request`

use serde::Deserialize;

use crate::principal::needs;
use crate::v3::types::FactorType;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, Fields as _, ResponseShape, Shape, fields};
use crate::{Method, Operation, Phone, Secret, Service, Token};

fields! {
    /// Begins to enrol a second factor: the service sends a code, or generates a shared secret.
    pub struct SendEnrollFactorRequest {
        /// The kind of factor.
        factor_type: FactorType = "factorType";
        /// The number or email address that codes are sent to, for SMS and mail.
        profile: FactorAddress = "profile";
    }
}

fields! {
    /// The number or email address that the codes of a factor are sent to.
    #[derive(Default)]
    pub struct FactorAddress {
        /// The phone number.
        phone: Option<Phone> = "phoneNumber";
        /// The country code of the phone number, such as `+86`.
        phone_country_code: Option<String> = "phoneCountryCode";
        /// The email address.
        email: Option<String> = "email";
    }
}

/// A second factor that is being enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EnrollFactorRequest {
    /// The token for the second step.
    pub enrollment_token: Token,
    /// The shared secret, for one-time passwords.
    pub otp_data: Option<OtpEnrollment>,
}

/// The shared secret of one-time passwords.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct OtpEnrollment {
    /// The `otpauth:` URI.
    pub qr_code_uri: Option<Secret>,
    /// The same as a picture: a `data:` URL.
    pub qr_code_data_url: Option<Secret>,
    /// The recovery code, for a user who has lost the device.
    pub recovery_code: Option<Secret>,
}

impl SendEnrollFactorRequest {
    /// Creates the request from its required arguments.
    pub fn new(factor_type: impl Into<FactorType>, profile: impl Into<FactorAddress>) -> Self {
        Self { factor_type: factor_type.into(), profile: profile.into() }
    }
}

impl Operation for SendEnrollFactorRequest {
    type Needs = needs::ApplicationUser;
    type Response = EnrollFactorRequest;

    const NAME: &'static str = "sendEnrollFactorRequest";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/send-enroll-factor-request",
        Encoding::Json,
        Envelope::V3,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.factor_type.insert_into("factorType", to);
        to.insert_object("profile", |profile| self.profile.insert_fields(profile));
    }
}

impl ResponseShape for EnrollFactorRequest {
    const SHAPE: Shape = Shape::Object(&["enrollmentToken"]);
}
