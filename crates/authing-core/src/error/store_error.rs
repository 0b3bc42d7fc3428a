//! An error of a `TokenStore`.

use std::error::Error as StdError;
use std::sync::Arc;

/// An error of a `TokenStore`. [`Error::store`](super::Error::store) creates the error.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the token store failed: {error}")]
#[non_exhaustive]
pub struct StoreError {
    /// The store's own error.
    pub error: Arc<dyn StdError + Send + Sync>,
}
