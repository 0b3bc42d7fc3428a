//! An error of the mini-program's host.

/// An error of the mini-program's host. [`Error::host`](super::Error::host) creates the error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct HostError {
    /// What went wrong: the `wx` API and its `errMsg`, for example.
    pub message: String,
}
