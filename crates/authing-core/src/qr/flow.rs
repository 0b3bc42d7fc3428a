//! Log in by QR code: a flow that polls at the service's pace.
//!
//! ```text
//!  ┌────────────┐ code ┌─────────┐ shown ┌─────────┐ pace ┌──────────┐ confirmed ┌────────────┐ user
//!  │ Generating │ ───▶ │ Telling │ ────▶ │ Pausing │ ───▶ │ Checking │ ────────▶ │ Exchanging │ ────▶ done
//!  └────────────┘      └─────────┘       └─────────┘      └──────────┘           └────────────┘
//!                                             ▲ nothing yet     │ cancelled, expired: told, then an error
//!                                             └─────────────────┘
//! ```
//!
//! It has no timer of its own: dropping it ends it, and so does its deadline.

use std::sync::Arc;
use std::time::Duration;

use super::scene::{QrCode, Scene, Sighting};
use super::{ExchangeTicket, Person};
use crate::Error;
use crate::context::Context;
use crate::flow::{Call, Event, Flow, NOT_ASKED, POLLED_AFTER_END, Step};
use crate::time::Timestamp;
use crate::types::User;

/// Logs in by QR code.
///
/// It ends with the user; or refused; or [`Error::Declined`], when the person cancels; or [`Error::TimedOut`], when the code
/// expires or the deadline passes; or [`Error::NoAnswer`], when the network fails.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::qr::{QrNews, Wxapp};
///
/// let user = client.login_by_wxapp_qr(Wxapp::default(), |news| match news {
///     QrNews::Show(code) => println!("scan {}", code.url),
///     news => println!("{news:?}"),
/// })?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct QrLogin<S: Scene> {
    context: Arc<Context>,
    scene: S,
    patience: Duration,
    deadline: Option<Timestamp>,
    scanned: bool,
    state: State<S>,
}

/// What a caller may want to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QrNews {
    /// Show this code.
    Show(QrCode),
    /// Somebody has scanned it.
    Scanned(Person),
    /// They have confirmed.
    Confirmed,
    /// They have cancelled.
    Cancelled,
    /// Its time is up.
    Expired,
}

enum State<S: Scene> {
    Generating {
        made: S::Generate,
        call: Call<S::Generate>,
    },
    /// To be told, and what comes after.
    Telling(QrNews, Box<State<S>>),
    Pausing(QrCode),
    Checking(QrCode, Call<S::Check>),
    Exchanging(Call<ExchangeTicket>),
    Confirmed(Box<User>),
    Failed(Error),
    Ended,
}

impl<S: Scene> std::fmt::Debug for State<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Generating { .. } => "Generating",
            Self::Telling(..) => "Telling",
            Self::Pausing(_) => "Pausing",
            Self::Checking(..) => "Checking",
            Self::Exchanging(_) => "Exchanging",
            Self::Confirmed(_) => "Confirmed",
            Self::Failed(_) => "Failed",
            Self::Ended => "Ended",
        })
    }
}

impl<S: Scene<Generate: Clone>> QrLogin<S> {
    /// How long a code may go unconfirmed, unless told: five minutes.
    pub const PATIENCE: Duration = Duration::from_mins(5);

    /// With a code for an app or for a mini-program.
    pub fn new(context: &Arc<Context>, scene: S) -> Self {
        let made = scene.generate(context);
        let call = Call::new(context, made.clone());
        let state = State::Generating { made, call };
        Self { context: Arc::clone(context), scene, patience: Self::PATIENCE, deadline: None, scanned: false, state }
    }

    /// How long a code may go unconfirmed before the flow ends with [`Error::TimedOut`].
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// The current step, or the state that follows it.
    fn step(&mut self, now: Timestamp) -> Result<Step<QrNews, State<S>>, Error> {
        let next = match &mut self.state {
            State::Telling(news, _) => return Ok(Step::Tell(news.clone())),
            State::Pausing(_) => return Ok(Step::Wait(S::PACE)),
            State::Generating { made, call } => match call.poll(now)?.until_done() {
                Ok(step) => return Ok(step.quiet().widen()),
                Err(answer) => {
                    let code = S::code(made, answer);
                    State::Telling(QrNews::Show(code.clone()), Box::new(State::Pausing(code)))
                }
            },
            State::Checking(code, call) => {
                let outcome = match call.poll(now).map(Step::until_done) {
                    Ok(Ok(step)) => return Ok(step.quiet().widen()),
                    Ok(Err(answer)) => Ok(answer),
                    Err(error) => Err(error),
                };
                let next = after(&self.context, &mut self.scanned, code, S::sighting(outcome)?);
                self.in_time(now, next)
            }
            State::Exchanging(call) => match call.poll(now)?.until_done() {
                Ok(step) => return Ok(step.quiet().widen()),
                Err(user) => State::Confirmed(Box::new(user)),
            },
            State::Confirmed(_) | State::Failed(_) | State::Ended => return Err(POLLED_AFTER_END),
        };
        Ok(Step::Done(next))
    }

    /// The state to go to, unless it is to pause and the time is up. It is asked on the way into the pause and not in it,
    /// where it could change what the driver has been told.
    fn in_time(&self, now: Timestamp, next: State<S>) -> State<S> {
        match next {
            State::Pausing(_) if self.deadline.is_some_and(|deadline| now >= deadline) => expired(),
            next => next,
        }
    }
}

/// What follows a sighting.
fn after<S: Scene>(context: &Arc<Context>, scanned: &mut bool, code: &QrCode, sighting: Sighting) -> State<S> {
    let told = |news, then| State::Telling(news, Box::new(then));
    match sighting {
        Sighting::Scanned(person) if !std::mem::replace(scanned, true) => {
            told(QrNews::Scanned(person), State::Pausing(code.clone()))
        }
        Sighting::Nothing | Sighting::Scanned(_) => State::Pausing(code.clone()),
        Sighting::Ticket(ticket) => {
            told(QrNews::Confirmed, State::Exchanging(Call::new(context, ExchangeTicket { ticket })))
        }
        Sighting::User(user) => told(QrNews::Confirmed, State::Confirmed(user)),
        Sighting::Cancelled => {
            told(QrNews::Cancelled, State::Failed(Error::Declined("the QR code was cancelled".to_owned())))
        }
        Sighting::Expired => expired(),
    }
}

fn expired<S: Scene>() -> State<S> {
    State::Telling(QrNews::Expired, Box::new(State::Failed(Error::TimedOut("the QR code has expired"))))
}

impl<S: Scene<Generate: Clone>> Flow for QrLogin<S> {
    type News = QrNews;
    type Output = User;

    fn poll(&mut self, now: Timestamp) -> Result<Step<QrNews, User>, Error> {
        self.deadline.get_or_insert(now + self.patience);
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Confirmed(user) => return Ok(Step::Done(*user)),
                State::Failed(error) => return Err(error),
                underway => self.state = underway,
            }
            match self.step(now)?.until_done() {
                Ok(step) => return Ok(step.widen()),
                Err(next) => self.state = next,
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match (std::mem::replace(&mut self.state, State::Ended), event) {
            (State::Telling(_, then), Event::Told) => self.state = self.in_time(now, *then),
            (State::Pausing(code), Event::Waited) => {
                let check = self.scene.check(&code);
                self.state = State::Checking(code, Call::new(&self.context, check));
            }
            (State::Generating { made, mut call }, event) => {
                call.handle(now, event)?;
                self.state = State::Generating { made, call };
            }
            (State::Checking(code, mut call), event) => {
                call.handle(now, event)?;
                self.state = State::Checking(code, call);
            }
            (State::Exchanging(mut call), event) => {
                call.handle(now, event)?;
                self.state = State::Exchanging(call);
            }
            _ => return Err(NOT_ASKED),
        }
        Ok(())
    }
}
