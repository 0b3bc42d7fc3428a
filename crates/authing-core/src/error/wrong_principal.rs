//! A call of another principal.

use crate::Authorization;

/// A call that needs another principal than the client has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{operation}` needs {needs}")]
pub struct WrongPrincipal {
    /// The operation's name.
    pub operation: &'static str,
    /// What it needs.
    pub needs: Authorization,
}
