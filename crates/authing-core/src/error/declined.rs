//! The user's refusal.

/// What the user declined. [`Error::declined`](super::Error::declined) creates the error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the user declined: {reason}")]
#[non_exhaustive]
pub struct Declined {
    /// How the user declined, such as the `errMsg` of a `wx` API.
    pub reason: String,
}
