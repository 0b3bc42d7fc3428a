//! Transports that are created from the settings alone.

use crate::TransportError;
use crate::config::HttpSettings;
use crate::random::Randomness;

/// A transport that can be created from the settings, and that has the system's randomness. A client is then created from a
/// configuration alone.
pub trait Connect: Sized {
    /// Creates the transport. Nothing is sent.
    ///
    /// # Errors
    ///
    /// A [`TransportError`] if the HTTP library cannot be set up.
    fn connect(settings: &HttpSettings) -> Result<Self, TransportError>;

    /// The system's randomness.
    fn randomness() -> Randomness;
}
