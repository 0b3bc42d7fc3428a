//! The deadlines of flows.

/// The deadline that a flow reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.as_str())]
#[non_exhaustive]
pub enum Deadline {
    /// No user confirmed the QR code in time.
    QrCode,
}

impl Deadline {
    /// What has expired.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::QrCode => "the QR code has expired",
        }
    }
}
