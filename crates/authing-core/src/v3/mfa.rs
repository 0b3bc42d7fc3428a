//! A user's second factors.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`SendEnrollFactorRequest`] | `send_enroll_factor_request` | `POST /api/v3/send-enroll-factor-request` |
//! | [`EnrollFactor`] | `enroll_factor` | `POST /api/v3/enroll-factor` |
//! | [`ResetFactor`] | `reset_factor` | `POST /api/v3/reset-factor` |
//! | [`ListEnrolledFactors`] | `list_enrolled_factors` | `GET /api/v3/list-enrolled-factors` |
//! | [`GetFactor`] | `factor` | `GET /api/v3/get-factor` |
//! | [`ListFactorsToEnroll`] | `list_factors_to_enroll` | `GET /api/v3/list-factors-to-enroll` |
//! | [`VerifyMfaOtp`] | `verify_mfa_otp` | `POST /api/v3/mfa-totp-verify` |

mod enroll_factor;
mod get_factor;
mod list_enrolled_factors;
mod list_factors_to_enroll;
mod reset_factor;
mod send_enroll_factor_request;
mod verify_mfa_otp;

pub use self::enroll_factor::{EnrollFactor, EnrollmentData};
pub use self::get_factor::GetFactor;
pub use self::list_enrolled_factors::ListEnrolledFactors;
pub use self::list_factors_to_enroll::{FactorToEnroll, ListFactorsToEnroll};
pub use self::reset_factor::ResetFactor;
pub use self::send_enroll_factor_request::{
    EnrollFactorRequest, FactorAddress, OtpEnrollment, SendEnrollFactorRequest,
};
pub use self::verify_mfa_otp::{OtpVerification, VerifyMfaOtp};
use crate::OneTimeCode;
use crate::client::methods::methods;
use crate::principal::ApplicationUser;
use crate::v3::types::{Factor, FactorType};

methods! {
    /// # Second factors
    impl [] ApplicationUser as ApplicationUser of (AuthenticationClient AsyncAuthenticationClient) {
        /// Begins to enrol a second factor. See [`SendEnrollFactorRequest`].
        fn send_enroll_factor_request(kind: FactorType, address: FactorAddress) -> EnrollFactorRequest = SendEnrollFactorRequest::new(kind, address);
        /// Enrols a second factor. See [`EnrollFactor`].
        fn enroll_factor(factor: EnrollFactor) -> () = factor;
        /// Removes a second factor. See [`ResetFactor`].
        fn reset_factor(factor: impl Into<String>) -> () = ResetFactor::new(factor);
        /// Lists the second factors that are enrolled. See [`ListEnrolledFactors`].
        @example "let factors = client.list_enrolled_factors()"
        fn list_enrolled_factors() -> Vec<Factor> = ListEnrolledFactors;
        /// Reads one second factor. See [`GetFactor`].
        fn factor(factor: impl Into<String>) -> Factor = GetFactor::new(factor);
        /// Lists the second factors that can be enrolled. See [`ListFactorsToEnroll`].
        fn list_factors_to_enroll() -> Vec<FactorToEnroll> = ListFactorsToEnroll;
        /// Checks a one-time password. See [`VerifyMfaOtp`].
        fn verify_mfa_otp(totp: impl Into<OneTimeCode>) -> OtpVerification = VerifyMfaOtp::new(totp);
    }
}
