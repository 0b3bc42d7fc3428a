//! The end of a login by redirect: from the callback to tokens and verified claims.
//!
//! ```text
//!  ┌──────────┐ code ┌─────────────┐   ┌────────────┐   ┌───────────┐
//!  │ Checking │ ───▶ │ Discovering │ ─▶│ Exchanging │ ─▶│ Verifying │ ─▶ done
//!  └──────────┘      └─────────────┘   └────────────┘   └───────────┘
//! ```
//!
//! The callback is checked before a request is sent: a forged callback costs no request. The last three states are
//! [`LogIn`]'s.

use std::convert::Infallible;
use std::sync::Arc;

use super::callback::Callback;
use super::{ApplicationContext, AuthenticationError, Grant, LogIn, LoggedIn, PendingLogin, ProviderMetadata};
use crate::Error;
use crate::flow::{Event, Flow, Progress, UNEXPECTED_EVENT};
use crate::time::Timestamp;

/// The flow that ends a login by redirect. It consumes the pending login.
pub struct FinishLogin {
    context: Arc<ApplicationContext>,
    state: State,
}

enum State {
    Checking { callback: String, login: Option<PendingLogin> },
    LoggingIn(LogIn),
}

impl FinishLogin {
    /// The flow of a callback (the URL of the request, or its path and query) and the login that it ends.
    pub fn new(context: &Arc<ApplicationContext>, callback: impl Into<String>, login: PendingLogin) -> Self {
        let state = State::Checking { callback: callback.into(), login: Some(login) };
        Self { context: Arc::clone(context), state }
    }
}

/// Checks the callback, and creates the flow that sends its code.
fn check(
    context: &Arc<ApplicationContext>,
    callback: &str,
    login: PendingLogin,
    now: Timestamp,
) -> Result<LogIn, AuthenticationError> {
    let callback = Callback::parse(callback)?;
    if !callback.has_state(&login.state) {
        return Err(AuthenticationError::WrongState);
    }
    if !login.is_alive(now) {
        return Err(AuthenticationError::LoginExpired);
    }
    if login.issuer != *context.config().issuer() {
        return Err(AuthenticationError::WrongIssuer);
    }
    callback.check_issuer(&login.issuer)?;
    let code = callback.code()?;
    let grant = Grant::AuthorizationCode { code, redirect_url: login.redirect_url, verifier: login.verifier };
    let flow = LogIn::new(context, grant, Some(login.nonce), login.max_age);
    Ok(if callback.names_issuer() { flow } else { flow.with_check(require_no_issuer) })
}

/// A provider that names itself in every callback has not sent a callback without its name (RFC 9207, section 2.4).
fn require_no_issuer(metadata: &ProviderMetadata) -> Result<(), Error> {
    if metadata.callback_has_issuer { Err(AuthenticationError::MissingIssuer.into()) } else { Ok(()) }
}

impl Flow for FinishLogin {
    type Notification = Infallible;
    type Output = LoggedIn;

    fn poll(&mut self, now: Timestamp) -> Progress<LoggedIn> {
        loop {
            self.state = match &mut self.state {
                State::Checking { callback, login } => {
                    let login = login.take().ok_or(crate::flow::POLLED_AFTER_COMPLETION)?;
                    State::LoggingIn(check(&self.context, callback, login, now)?)
                }
                State::LoggingIn(log_in) => return log_in.poll(now),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Checking { .. } => Err(UNEXPECTED_EVENT),
            State::LoggingIn(log_in) => log_in.handle(now, event),
        }
    }
}

impl std::fmt::Debug for FinishLogin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.state {
            State::Checking { .. } => f.write_str("FinishLogin(Checking)"),
            State::LoggingIn(log_in) => f.debug_tuple("FinishLogin").field(log_in).finish(),
        }
    }
}
