//! Whether a one-time password is right.
//!
//! Wire: `POST {host}/api/v3/mfa-totp-verify`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields};
use crate::{Method, OneTimeCode, Operation, Service};

fields! {
    /// Checks a one-time password.
    pub struct VerifyMfaOtp {
        /// The one-time password.
        totp: OneTimeCode = "totp";
    }
}

/// Whether a one-time password is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct OtpVerification {
    /// Whether the one-time password is right.
    pub verified: bool,
}

impl VerifyMfaOtp {
    /// Creates the request from its required arguments.
    pub fn new(totp: impl Into<OneTimeCode>) -> Self {
        Self { totp: totp.into() }
    }
}

impl Operation for VerifyMfaOtp {
    type Needs = needs::ApplicationUser;
    type Response = OtpVerification;

    const NAME: &'static str = "mfaOtpVerify";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/mfa-totp-verify", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for OtpVerification {
    const SHAPE: Shape = Shape::Object(&["verified"]);
}
