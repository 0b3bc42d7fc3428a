//! Conversations as state machines: what to do next, and what became of it.
//!
//! A flow does nothing itself. Its driver asks it what to do ([`Flow::poll`]), does it, and tells it the outcome
//! ([`Flow::handle`]), until it is done. [`Client`](crate::Client) and [`AsyncClient`](crate::AsyncClient) are such drivers;
//! an embedder can write another:
//!
//! ```
//! # fn main() -> Result<(), authing_core::Error> {
//! use authing_core::flow::{Event, Flow, Step};
//! use authing_core::{Call, Config, Context, Seed, Timestamp, metadata::GetMetadata};
//!
//! let context = Context::new(Config::new("59f86b4832eb28071bdd9214")?, &Seed::new([7; 32]))?;
//! let mut flow = Call::new(&context, GetMetadata::new("5e05bbf2d51b3761d5c71070"));
//!
//! let now = Timestamp::from_secs(1_600_000_000);
//! let Step::Send(request) = flow.poll(now)? else { panic!("a call begins with a request") };
//! assert_eq!(request.uri(), "https://users.authing.cn/graphql");
//!
//! // Any HTTP client will do. This one has learned its answer by heart.
//! let answer = r#"{"data":{"userMetadata":{"totalCount":1,"list":[{"key":"KEY","value":"VALUE"}]}}}"#;
//! flow.handle(now, Event::Response(Ok(http::Response::new(answer.into()))))?;
//!
//! let Step::Done(fields) = flow.poll(now)? else { panic!("a call ends with its answer") };
//! assert_eq!(fields.get("KEY"), Some("VALUE"));
//! # Ok(())
//! # }
//! ```

mod asking;
mod call;
mod exchange;
mod retry;
mod signature;
mod text_call;
mod traced;

use std::convert::Infallible;
use std::fmt;
use std::time::Duration;

use http::{Request, Response};

pub(crate) use self::asking::Asking;
pub use self::call::{Call, RawCall};
pub(crate) use self::exchange::Exchange;
pub use self::retry::Retry;
pub(crate) use self::signature::{Signature, Signed};
pub(crate) use self::text_call::TextCall;
pub(crate) use self::traced::Traced;
use crate::body::Body;
use crate::host::{HostCall, HostResponse};
use crate::time::Timestamp;
use crate::{Error, TransportError};

/// A conversation of several steps, without I/O.
///
/// After an error, from either method, the flow is over.
pub trait Flow {
    /// What a caller may want to show on the way: a QR code, "scanned". [`Infallible`] where there is nothing.
    type Notification;
    /// What the flow is for.
    type Output;

    /// The next thing that the driver must do. It stays the same until something is handled; only [`Step::Done`] is given
    /// once.
    fn poll(&mut self, now: Timestamp) -> Result<Step<Self::Notification, Self::Output>, Error>;

    /// What became of the step, failures included: the flow decides what they mean.
    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error>;
}

/// So that flows of different kinds can be held by one type.
impl<F: Flow + ?Sized> Flow for Box<F> {
    type Notification = F::Notification;
    type Output = F::Output;

    fn poll(&mut self, now: Timestamp) -> Result<Step<F::Notification, F::Output>, Error> {
        F::poll(self, now)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        F::handle(self, now, event)
    }
}

/// What a driver must do next.
#[must_use]
pub enum Step<N = Infallible, T = ()> {
    /// Send this request, then [`Event::Response`].
    Send(Request<Body>),
    /// Ask the mini-program's host, then [`Event::HostResponse`].
    CallHost(HostCall),
    /// Wait this long, then [`Event::Waited`].
    Wait(Duration),
    /// Tell the caller, then [`Event::Notified`].
    Notify(N),
    /// Done; here is the result.
    Done(T),
}

impl<N, T> Step<N, T> {
    /// The step, for a flow that this one is a part of; or, at its end, its result.
    pub fn until_done(self) -> Result<Step<N, Infallible>, T> {
        match self {
            Self::Send(request) => Ok(Step::Send(request)),
            Self::CallHost(call) => Ok(Step::CallHost(call)),
            Self::Wait(time) => Ok(Step::Wait(time)),
            Self::Notify(news) => Ok(Step::Notify(news)),
            Self::Done(result) => Err(result),
        }
    }
}

impl<N> Step<N, Infallible> {
    /// A step that is not the end, as a step of a flow with any result.
    pub fn widen<T>(self) -> Step<N, T> {
        match self {
            Self::Send(request) => Step::Send(request),
            Self::CallHost(call) => Step::CallHost(call),
            Self::Wait(time) => Step::Wait(time),
            Self::Notify(news) => Step::Notify(news),
            Self::Done(never) => match never {},
        }
    }
}

impl Step<Infallible, Infallible> {
    /// A step that tells nothing, as a step of a flow with any news.
    pub(crate) fn quiet<N>(self) -> Step<N, Infallible> {
        match self {
            Self::Send(request) => Step::Send(request),
            Self::CallHost(call) => Step::CallHost(call),
            Self::Wait(time) => Step::Wait(time),
            Self::Notify(never) | Self::Done(never) => match never {},
        }
    }
}

impl<N, T> fmt::Debug for Step<N, T> {
    /// The kind of step alone: addresses may hold phone numbers, and results tokens.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Send(request) => write!(f, "Send({} {})", request.method(), request.uri().host().unwrap_or_default()),
            Self::CallHost(call) => write!(f, "Ask({call:?})"),
            Self::Wait(time) => write!(f, "Wait({time:?})"),
            Self::Notify(_) => f.write_str("Tell(…)"),
            Self::Done(_) => f.write_str("Done(…)"),
        }
    }
}

/// What became of a step.
pub enum Event {
    /// The request was answered, with whatever status; or it was not.
    Response(Result<Response<Vec<u8>>, TransportError>),
    /// The host answered, or failed.
    HostResponse(Result<HostResponse, Error>),
    /// The time has passed.
    Waited,
    /// The caller knows.
    Notified,
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Response(Ok(response)) => write!(f, "Answered(HTTP {})", response.status()),
            Self::Response(Err(fault)) => write!(f, "Answered({fault:?})"),
            Self::HostResponse(Ok(_)) => f.write_str("Host(…)"),
            Self::HostResponse(Err(error)) => write!(f, "Host({error:?})"),
            Self::Waited => f.write_str("Waited"),
            Self::Notified => f.write_str("Told"),
        }
    }
}

/// The error of a driver that polls a flow after its end.
pub const POLLED_AFTER_COMPLETION: Error = Error::Driver("polled after completion");
/// The error of a driver that tells a flow something else than it asked.
pub const UNEXPECTED_EVENT: Error = Error::Driver("event does not match the flow's state");
