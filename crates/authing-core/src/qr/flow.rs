//! The QR-code login flow. It polls the service at [`Scene::POLL_INTERVAL`].
//!
//! ```text
//!  ┌────────────┐ code ┌───────────┐ notified ┌─────────┐ waited ┌─────────┐ confirmed ┌────────────┐ user
//!  │ Generating │ ───▶ │ Notifying │ ───────▶ │ Waiting │ ─────▶ │ Polling │ ────────▶ │ Exchanging │ ────▶ done
//!  └────────────┘      └───────────┘          └─────────┘        └─────────┘           └────────────┘
//!                                                  ▲  pending        │ cancelled, expired: a notification, then an error
//!                                                  └─────────────────┘
//! ```
//!
//! The flow has no timer of its own. It ends when it is dropped, and at its deadline.

use std::ops::ControlFlow::{Break, Continue};
use std::time::Duration;

use super::ScannedUser;
use super::code::QrCode;
use super::scene::{QrStatus, Scene};
use crate::call_context::CallContext;
use crate::flow::{Call, Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, UNEXPECTED_EVENT, ready};
use crate::time::Timestamp;
use crate::{Deadline, Error};

/// Logs in by QR code.
///
/// # Errors
///
/// [`Error::Declined`] if the user cancels; [`Error::TimedOut`] if the code expires or the deadline passes; [`Error::Service`] and
/// [`Error::Transport`] as any call.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::qr::{QrEvent, WxappScene};
///
/// let user = client.login_by_wxapp_qr(WxappScene::default(), |event| match event {
///     QrEvent::Created(code) => println!("scan {}", code.url),
///     event => println!("{event:?}"),
/// })?;
/// # Ok(())
/// # }
/// ```
pub struct QrLogin<S: Scene> {
    context: CallContext,
    scene: S,
    timeout: Duration,
    deadline: Option<Timestamp>,
    scanned: bool,
    state: State<S>,
}

/// An event that the caller may show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QrEvent {
    /// A code to show to the user.
    Created(QrCode),
    /// A user has scanned the code.
    Scanned(ScannedUser),
    /// The user has confirmed the login.
    Confirmed,
    /// The user has cancelled the login.
    Cancelled,
    /// The code has expired.
    Expired,
}

enum State<S: Scene> {
    Generating {
        request: S::Generate,
        call: Call<S::Generate>,
    },
    /// A notification, and the state after it.
    Notifying(QrEvent, Box<State<S>>),
    Waiting(QrCode),
    Polling(QrCode, Call<S::Check>),
    Exchanging(S::Exchange),
    Confirmed(Box<S::Output>),
    Failed(Error),
    Ended,
}

impl<S: Scene> std::fmt::Debug for State<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Generating { .. } => "Generating",
            Self::Notifying(..) => "Notifying",
            Self::Waiting(_) => "Waiting",
            Self::Polling(..) => "Polling",
            Self::Exchanging(_) => "Exchanging",
            Self::Confirmed(_) => "Confirmed",
            Self::Failed(_) => "Failed",
            Self::Ended => "Ended",
        })
    }
}

impl<S: Scene> std::fmt::Debug for QrLogin<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("QrLogin").field("state", &self.state).finish_non_exhaustive()
    }
}

impl<S: Scene<Generate: Clone>> QrLogin<S> {
    /// The default timeout for the confirmation: 5 minutes.
    pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(300);

    /// A login by a code for an app or for a mini-program.
    pub fn new(context: impl Into<CallContext>, scene: S) -> Self {
        let context = context.into();
        let request = scene.generate(context.runtime().random());
        let call = Call::new(&context, request.clone());
        let state = State::Generating { request, call };
        Self { context, scene, timeout: Self::DEFAULT_TIMEOUT, deadline: None, scanned: false, state }
    }

    /// The timeout for the confirmation; by default [`DEFAULT_TIMEOUT`](Self::DEFAULT_TIMEOUT). After it, the flow ends with
    /// [`Error::TimedOut`].
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The next state; the expired one if `next` waits and the deadline has passed. The deadline is checked before a wait and not
    /// during it, so that the step that the driver has got stays the same.
    fn in_time(&self, now: Timestamp, next: State<S>) -> State<S> {
        match next {
            State::Waiting(_) if self.deadline.is_some_and(|deadline| now >= deadline) => expired(),
            next => next,
        }
    }
}

/// The state that follows a status.
fn after<S: Scene>(
    scene: &S,
    context: &CallContext,
    scanned: &mut bool,
    code: &QrCode,
    status: QrStatus<S::Output>,
) -> State<S> {
    let told = |news, then| State::Notifying(news, Box::new(then));
    match status {
        QrStatus::Scanned(person) if !std::mem::replace(scanned, true) => {
            told(QrEvent::Scanned(person), State::Waiting(code.clone()))
        }
        QrStatus::Pending | QrStatus::Scanned(_) => State::Waiting(code.clone()),
        QrStatus::Ticket(ticket) => told(QrEvent::Confirmed, State::Exchanging(scene.exchange(context, ticket))),
        QrStatus::User(user) => told(QrEvent::Confirmed, State::Confirmed(user)),
        QrStatus::Cancelled => told(QrEvent::Cancelled, State::Failed(Error::declined("the QR code was cancelled"))),
        QrStatus::Expired => expired(),
    }
}

fn expired<S: Scene>() -> State<S> {
    State::Notifying(QrEvent::Expired, Box::new(State::Failed(Error::TimedOut(Deadline::QrCode))))
}

impl<S: Scene<Generate: Clone>> Flow for QrLogin<S> {
    type Notification = QrEvent;
    type Output = S::Output;

    fn poll(&mut self, now: Timestamp) -> Progress<S::Output, QrEvent> {
        self.deadline.get_or_insert(now + self.timeout);
        loop {
            self.state = match &mut self.state {
                State::Notifying(event, _) => return Ok(Continue(Step::Notify(event.clone()))),
                State::Waiting(_) => return Ok(Continue(Step::Wait(S::POLL_INTERVAL))),
                State::Generating { request, call } => {
                    let code = S::code(request, ready!(call.poll(now), lift));
                    State::Notifying(QrEvent::Created(code.clone()), Box::new(State::Waiting(code)))
                }
                State::Polling(code, call) => {
                    let outcome = match call.poll(now) {
                        Ok(Continue(step)) => return Ok(Continue(step.lift())),
                        Ok(Break(response)) => Ok(response),
                        Err(error) => Err(error),
                    };
                    let next = after(&self.scene, &self.context, &mut self.scanned, code, S::status(outcome)?);
                    self.in_time(now, next)
                }
                State::Exchanging(call) => State::Confirmed(Box::new(ready!(call.poll(now), lift))),
                State::Confirmed(_) | State::Failed(_) | State::Ended => break,
            }
        }
        match std::mem::replace(&mut self.state, State::Ended) {
            State::Confirmed(user) => Ok(Break(*user)),
            State::Failed(error) => Err(error),
            _ => Err(POLLED_AFTER_COMPLETION),
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match (std::mem::replace(&mut self.state, State::Ended), event) {
            (State::Notifying(_, then), Event::Notified) => self.state = self.in_time(now, *then),
            (State::Waiting(code), Event::Waited) => {
                let check = self.scene.check(&code);
                self.state = State::Polling(code, Call::new(&self.context, check));
            }
            (State::Generating { request, mut call }, event) => {
                call.handle(now, event)?;
                self.state = State::Generating { request, call };
            }
            (State::Polling(code, mut call), event) => {
                call.handle(now, event)?;
                self.state = State::Polling(code, call);
            }
            (State::Exchanging(mut call), event) => {
                call.handle(now, event)?;
                self.state = State::Exchanging(call);
            }
            _ => return Err(UNEXPECTED_EVENT),
        }
        Ok(())
    }
}
