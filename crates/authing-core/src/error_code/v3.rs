//! The codes of today's REST API: its `statusCode`s and `apiCode`s.

use super::ErrorCode;

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $number:literal;)*) => {
        impl ErrorCode {
            $($(#[doc = $doc])* pub const $name: ErrorCode = ErrorCode($number);)*
        }
    };
}

codes! {
    /// `statusCode`: the arguments are malformed.
    V3_BAD_REQUEST = 400;
    /// `statusCode`: no user is logged in.
    V3_UNAUTHORIZED = 401;
    /// `statusCode`: the pool's plan does not include the call.
    V3_PLAN_REQUIRED = 402;
    /// `statusCode`: the caller may not do this.
    V3_FORBIDDEN = 403;
    /// `statusCode`: there is no such thing.
    V3_NOT_FOUND = 404;
    /// `statusCode`: it conflicts with one that exists.
    V3_CONFLICT = 409;
    /// `statusCode`: the arguments are well-formed, and not allowed.
    V3_UNPROCESSABLE = 422;
    /// `statusCode`: too many requests; try again later.
    V3_THROTTLED = 429;
    /// `statusCode`: a service behind this one failed.
    V3_UPSTREAM_FAILED = 502;
    /// `statusCode`: the service is under maintenance.
    V3_MAINTENANCE = 503;
    /// The signature of the access key is wrong.
    WRONG_SIGNATURE = 1300;
    /// The user has to enrol a second factor of their own, or to pass it.
    USER_MFA_REQUIRED = 1635;
    /// The user has to pass the application's second factor.
    APPLICATION_MFA_REQUIRED = 1636;
    /// It is the first login: the user has to reset the password.
    FIRST_PASSWORD_RESET_REQUIRED = 1639;
    /// The user has to bind the identity to an account that exists.
    ACCOUNT_BINDING_REQUIRED = 1640;
    /// The user has to bind the identity to an account, or to create one.
    ACCOUNT_BINDING_OR_CREATION_REQUIRED = 1641;
    /// The user has to complete the profile.
    PROFILE_COMPLETION_REQUIRED = 1642;
    /// The user has to unlock the account.
    SELF_SERVICE_UNLOCK_REQUIRED = 1643;
    /// The user has to reset the password, and to give the old one.
    PASSWORD_RESET_REQUIRED = 2058;
    /// There is no such pool.
    POOL_NOT_FOUND = 2224;
    /// The account or the password is wrong.
    WRONG_ACCOUNT_OR_PASSWORD = 2333;
    /// The one-time password (TOTP) is wrong.
    WRONG_TOTP = 6001;
    /// The recovery code is wrong.
    WRONG_RECOVERY_CODE = 6002;
    /// The user is suspended, or not a member of this tenant.
    USER_SUSPENDED = 2_120_008;
}

impl ErrorCode {
    /// Whether a `statusCode` says that the same request may succeed a little later.
    pub(crate) fn is_transient_v3(self) -> bool {
        matches!(self, Self::V3_THROTTLED | Self::V3_UPSTREAM_FAILED | Self::V3_MAINTENANCE)
    }
}
