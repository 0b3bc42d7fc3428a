//! The deadlines of flows.

/// The deadline that a flow reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Deadline {
    /// No user confirmed the QR code in time.
    #[error("the QR code has expired")]
    QrCode,
}
