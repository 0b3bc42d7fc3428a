//! A logout that failed twice.

use super::Error;

/// The two errors of a logout: the service's, then the store's.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{error}; and then {store}")]
pub struct LogoutFailed {
    /// The first error.
    pub error: Error,
    /// The store's.
    pub store: Error,
}
