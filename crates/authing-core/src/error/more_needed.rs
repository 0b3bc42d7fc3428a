//! What the service needs of the user before it goes on: a response that is no failure and no success.

use std::fmt;

use super::ServiceError;
use crate::ErrorCode;

/// What the user has to do before the service goes on. The password sign-in of the API does not do these steps: the documentation
/// sends such applications to the hosted page, with a login by redirect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NextStep {
    /// Pass a second factor of the user's own, or enrol one (1635).
    UserMfa,
    /// Pass the application's second factor (1636).
    ApplicationMfa,
    /// Reset the password, because it is the first login (1639).
    ResetPassword,
    /// Bind the identity to an account that exists (1640).
    BindAccount,
    /// Bind the identity to an account, or create one (1641).
    BindOrCreateAccount,
    /// Complete the profile (1642).
    CompleteProfile,
    /// Unlock the account (1643).
    Unlock,
}

impl NextStep {
    /// The step that an `apiCode` asks for.
    pub(crate) fn of(code: ErrorCode) -> Option<Self> {
        Some(match code {
            ErrorCode::USER_MFA_REQUIRED => Self::UserMfa,
            ErrorCode::APPLICATION_MFA_REQUIRED => Self::ApplicationMfa,
            ErrorCode::FIRST_PASSWORD_RESET_REQUIRED => Self::ResetPassword,
            ErrorCode::ACCOUNT_BINDING_REQUIRED => Self::BindAccount,
            ErrorCode::ACCOUNT_BINDING_OR_CREATION_REQUIRED => Self::BindOrCreateAccount,
            ErrorCode::PROFILE_COMPLETION_REQUIRED => Self::CompleteProfile,
            ErrorCode::SELF_SERVICE_UNLOCK_REQUIRED => Self::Unlock,
            _ => return None,
        })
    }
}

impl fmt::Display for NextStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UserMfa => "the user has to pass or enrol a second factor",
            Self::ApplicationMfa => "the user has to pass the application's second factor",
            Self::ResetPassword => "the user has to reset the password",
            Self::BindAccount => "the user has to bind the identity to an account",
            Self::BindOrCreateAccount => "the user has to bind the identity to an account, or create one",
            Self::CompleteProfile => "the user has to complete the profile",
            Self::Unlock => "the user has to unlock the account",
        })
    }
}

/// A response that is no failure and no success: the service needs more of the user.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("more is needed: {step}")]
pub struct MoreNeeded {
    /// What the user has to do.
    pub step: NextStep,
    /// What the service said; its `data` may hold what the next step needs.
    pub response: ServiceError,
}
