//! Transports that can be made of settings alone.

use crate::TransportError;
use crate::config::HttpSettings;
use crate::random::Randomness;

/// A transport that makes itself of the settings, and that knows the system's randomness: so that a configuration is all that
/// a client needs.
pub trait Connect: Sized {
    /// Makes the transport. Nothing is sent yet.
    fn connect(settings: &HttpSettings) -> Result<Self, TransportError>;

    /// The system's randomness.
    fn randomness() -> Randomness;
}
