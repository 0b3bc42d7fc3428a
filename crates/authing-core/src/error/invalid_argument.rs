//! A wrong argument.

/// A wrong argument or setting. [`Error::invalid_argument`](super::Error::invalid_argument) creates the error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("argument `{name}` {reason}")]
#[non_exhaustive]
pub struct InvalidArgument {
    /// The argument, as the protocol or the configuration names it.
    pub name: &'static str,
    /// What is wrong with it and what to do. Never the value.
    pub reason: String,
}
