//! The faults of drivers.

/// What the driver of a flow did wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum DriverError {
    /// It polled the flow after its completion.
    #[error("polled after completion")]
    PolledAfterCompletion,
    /// It handled an event that does not match the flow's state.
    #[error("event does not match the flow's state")]
    UnexpectedEvent,
}
