//! Flows: operations of one or several steps, as state machines without I/O.
//!
//! A driver asks the flow for the next step ([`Flow::poll`]), executes it, and gives the outcome back ([`Flow::handle`]), until
//! the flow is done. [`Client`](crate::Client) and [`AsyncClient`](crate::AsyncClient) are such
//! drivers; an embedder can write another:
//!
//! ```
//! # fn main() -> Result<(), authing_core::Error> {
//! use std::ops::ControlFlow::{Break, Continue};
//!
//! use authing_core::flow::{Event, Flow, Step};
//! use authing_core::{Call, Config, Context, Response, Seed, Timestamp, metadata::GetMetadata};
//!
//! let context = Context::new(Config::new("59f86b4832eb28071bdd9214")?, &Seed::new([7; 32]));
//! let mut flow = Call::new(&context, GetMetadata::new("5e05bbf2d51b3761d5c71070"));
//!
//! let now = Timestamp::from_secs(1_600_000_000);
//! let Continue(Step::Send(request)) = flow.poll(now)? else { panic!("a call begins with a request") };
//! assert_eq!(request.url(), "https://users.authing.cn/graphql");
//!
//! // Any HTTP client will do. This one returns the same response to every request.
//! let response = r#"{"data":{"userMetadata":{"totalCount":1,"list":[{"key":"KEY","value":"VALUE"}]}}}"#;
//! flow.handle(now, Event::Response(Ok(Response::new(200, response))))?;
//!
//! let Break(fields) = flow.poll(now)? else { panic!("a call ends with its response") };
//! assert_eq!(fields.get("KEY"), Some("VALUE"));
//! # Ok(())
//! # }
//! ```

mod authorization;
mod call;
mod obtain;
mod request;
mod retry;
mod traced;

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow;
use std::time::Duration;

pub(crate) use self::authorization::{AuthorizationFlow, Authorized, bare, bearer, header};
pub(crate) use self::call::TextCall;
pub use self::call::{BoxOperation, Call, RawCall};
pub(crate) use self::obtain::{Obtain, Shared};
pub(crate) use self::request::RequestFlow;
pub use self::retry::Retry;
pub(crate) use self::traced::Traced;
use crate::host::{HostCall, HostResponse};
use crate::time::Timestamp;
use crate::{DriverError, Error, Request, Response, TransportError};

/// A state machine of several steps, without I/O.
///
/// An error of either method ends the flow.
pub trait Flow {
    /// The events that a caller may want to show before the result, such as a QR code. [`Infallible`] if there are none.
    type Notification;
    /// The flow's result.
    type Output;

    /// The next step for the driver, or the result. The step stays the same until an event is handled; the result is given
    /// once.
    ///
    /// # Errors
    ///
    /// `Break` holds the flow's error, and [`Error::Driver`] if the flow is polled after its completion.
    fn poll(&mut self, now: Timestamp) -> Progress<Self::Output, Self::Notification>;

    /// Takes the outcome of the step. A failure is an outcome, too: the flow decides what it means.
    ///
    /// # Errors
    ///
    /// [`Error::Driver`] if the event does not match the step. A failed step is an event, not an error: `poll` returns the flow's error.
    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error>;
}

/// The progress of a flow: `Continue` holds the next step, `Break` the result.
pub type Progress<T, N = Infallible> = Result<ControlFlow<T, Step<N>>, Error>;

#[doc(hidden)]
#[macro_export]
macro_rules! __ready {
    ($poll:expr) => {
        match $poll? {
            ::std::ops::ControlFlow::Break(result) => result,
            ::std::ops::ControlFlow::Continue(step) => return Ok(::std::ops::ControlFlow::Continue(step)),
        }
    };
    ($poll:expr, lift) => {
        match $poll? {
            ::std::ops::ControlFlow::Break(result) => result,
            ::std::ops::ControlFlow::Continue(step) => return Ok(::std::ops::ControlFlow::Continue(step.lift())),
        }
    };
}
/// The result of a part of a flow, within [`Flow::poll`]. Until there is one, the part's step is the flow's own and is returned:
/// what `std::task::ready!` is to `Poll`.
///
/// A part with no notifications of its own can stand in a flow that has some: `ready!(part.poll(now), lift)`.
///
/// ```
/// use std::ops::ControlFlow::Break;
///
/// use authing_core::flow::{Event, Flow, Progress, ready};
/// use authing_core::metadata::GetMetadata;
/// use authing_core::{Call, Error, Timestamp};
///
/// /// How many fields a user has.
/// struct CountFields(Call<GetMetadata>);
///
/// impl Flow for CountFields {
///     type Notification = std::convert::Infallible;
///     type Output = usize;
///
///     fn poll(&mut self, now: Timestamp) -> Progress<usize> {
///         let fields = ready!(self.0.poll(now));
///         Ok(Break(fields.len()))
///     }
///
///     fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
///         self.0.handle(now, event)
///     }
/// }
/// ```
#[doc(inline)]
pub use crate::__ready as ready;

/// Flows of different kinds can be held by one type.
impl<F: Flow + ?Sized> Flow for Box<F> {
    type Notification = F::Notification;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Progress<F::Output, F::Notification> {
        F::poll(self, now)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        F::handle(self, now, event)
    }
}

/// The next action of a driver.
#[must_use]
pub enum Step<N = Infallible> {
    /// Send this request, then [`Event::Response`].
    Send(Request),
    /// Call the mini-program's host, then [`Event::HostResponse`].
    CallHost(HostCall),
    /// Wait this long, then [`Event::Waited`].
    Wait(Duration),
    /// Notify the caller, then [`Event::Notified`].
    Notify(N),
}

impl Step<Infallible> {
    /// The step as one of a flow that has notifications.
    pub fn lift<N>(self) -> Step<N> {
        match self {
            Self::Send(request) => Step::Send(request),
            Self::CallHost(call) => Step::CallHost(call),
            Self::Wait(time) => Step::Wait(time),
            Self::Notify(never) => match never {},
        }
    }
}

impl<N> fmt::Debug for Step<N> {
    /// The kind of step alone: URLs may hold phone numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Send(request) => write!(f, "Send({} {})", request.method(), request.host()),
            Self::CallHost(call) => write!(f, "CallHost({call:?})"),
            Self::Wait(time) => write!(f, "Wait({time:?})"),
            Self::Notify(_) => f.write_str("Notify(…)"),
        }
    }
}

/// The outcome of a step.
pub enum Event {
    /// The response, of any status; or the transport's error.
    Response(Result<Response, TransportError>),
    /// The host's response, or its error.
    HostResponse(Result<HostResponse, Error>),
    /// The time has passed.
    Waited,
    /// The caller was notified.
    Notified,
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Response(Ok(response)) => write!(f, "Response(HTTP {})", response.status()),
            Self::Response(Err(error)) => write!(f, "Response({error:?})"),
            Self::HostResponse(Ok(_)) => f.write_str("HostResponse(…)"),
            Self::HostResponse(Err(error)) => write!(f, "HostResponse({error:?})"),
            Self::Waited => f.write_str("Waited"),
            Self::Notified => f.write_str("Notified"),
        }
    }
}

/// The error of a driver that polls a flow after its end.
pub const POLLED_AFTER_COMPLETION: Error = Error::Driver(DriverError::PolledAfterCompletion);
/// The error of a driver whose event does not match the step.
pub const UNEXPECTED_EVENT: Error = Error::Driver(DriverError::UnexpectedEvent);
