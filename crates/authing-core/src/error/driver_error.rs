//! The faults of drivers.

/// What the driver of a flow did wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.as_str())]
#[non_exhaustive]
pub enum DriverError {
    /// It polled the flow after its completion.
    PolledAfterCompletion,
    /// It handled an event that does not match the flow's state.
    UnexpectedEvent,
}

impl DriverError {
    /// The fault, in a few words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PolledAfterCompletion => "polled after completion",
            Self::UnexpectedEvent => "event does not match the flow's state",
        }
    }
}
