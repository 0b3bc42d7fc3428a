//! A user's tokens for a grant, with a verified ID token.
//!
//! ```text
//!  ┌────────────┐ tokens ┌───────────┐ claims
//!  │ Exchanging │ ─────▶ │ Verifying │ ─────▶ done
//!  └────────────┘        └───────────┘
//! ```

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Break;
use std::sync::Arc;
use std::time::Duration;

use super::endpoint_call::EndpointCall;
use super::verify::NonceRule;
use super::{
    ApplicationContext, AuthenticationError, Grant, ProviderMetadata, RequestTokens, Scope, TokenSet, TokenSetResponse,
    UnverifiedIdToken, VerifyToken, scope,
};
use crate::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, UNEXPECTED_EVENT, ready};
use crate::time::Timestamp;
use crate::token::IdTokenClaims;
use crate::{Error, Nonce, Password};

/// A user who has logged in.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LoggedIn {
    /// The tokens.
    pub tokens: TokenSet,
    /// The claims of the verified ID token.
    pub claims: IdTokenClaims,
}

/// The allowed difference between the provider's clock and ours, for `max_age`.
const LEEWAY: Duration = Duration::from_secs(30);

/// The flow from a grant to a user who has logged in.
pub struct LogIn {
    context: Arc<ApplicationContext>,
    nonce: Option<Nonce>,
    max_age: Option<Duration>,
    state: State,
}

enum State {
    Exchanging(EndpointCall<RequestTokens>),
    Verifying { tokens: TokenSet, verify: VerifyToken<UnverifiedIdToken> },
    Completed,
}

impl LogIn {
    /// The flow of a user's name and password, with the scope `openid` added if it is not among the scopes.
    pub fn by_password<S: Into<Scope>>(
        context: &Arc<ApplicationContext>,
        username: impl Into<String>,
        password: impl Into<Password>,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        let scopes = std::iter::once(Scope::OpenId).chain(scopes.into_iter().map(Into::into));
        let grant =
            Grant::Password { username: username.into(), password: password.into(), scope: scope::join(scopes) };
        Self::new(context, grant, None, None)
    }

    pub(super) fn new(
        context: &Arc<ApplicationContext>,
        grant: Grant,
        nonce: Option<Nonce>,
        max_age: Option<Duration>,
    ) -> Self {
        let exchange = EndpointCall::new(context, RequestTokens::new(grant));
        Self { context: Arc::clone(context), nonce, max_age, state: State::Exchanging(exchange) }
    }

    /// Checks the provider's metadata before the grant is sent.
    pub(super) fn with_check(mut self, check: fn(&ProviderMetadata) -> Result<(), Error>) -> Self {
        if let State::Exchanging(exchange) = self.state {
            self.state = State::Exchanging(exchange.with_check(check));
        }
        self
    }

    fn received(&self, now: Timestamp, response: TokenSetResponse) -> Result<State, Error> {
        let tokens = TokenSet::read(&response, now)?;
        let token = response.id_token.ok_or(AuthenticationError::MissingIdToken)?;
        let nonce = self.nonce.clone().map_or(NonceRule::Absent, NonceRule::Exactly);
        let access_token = Some(tokens.access_token().clone());
        let verify = VerifyToken::new(&self.context, UnverifiedIdToken { token, nonce, access_token });
        Ok(State::Verifying { tokens, verify })
    }

    /// Checks `max_age` of the login (OpenID Connect Core 1.0, section 3.1.3.7, rule 13).
    fn check_age(&self, claims: &IdTokenClaims, now: Timestamp) -> Result<(), AuthenticationError> {
        let Some(max_age) = self.max_age else { return Ok(()) };
        let logged_in = claims.auth_time.and_then(|seconds| u64::try_from(seconds).ok()).map(Timestamp::from_secs);
        match logged_in {
            Some(logged_in) if now <= logged_in + max_age + LEEWAY => Ok(()),
            _ => Err(AuthenticationError::AuthenticationTooOld),
        }
    }
}

impl Flow for LogIn {
    type Notification = Infallible;
    type Output = LoggedIn;

    fn poll(&mut self, now: Timestamp) -> Progress<LoggedIn> {
        loop {
            self.state = match &mut self.state {
                State::Exchanging(exchange) => {
                    let response = ready!(exchange.poll(now));
                    self.received(now, response)?
                }
                State::Verifying { tokens, verify } => {
                    let claims = ready!(verify.poll(now));
                    let (tokens, token) = (tokens.clone(), verify.token().token.clone());
                    self.state = State::Completed;
                    self.check_age(&claims, now)?;
                    let tokens = tokens.with_id_token(token, &claims, self.nonce.take());
                    return Ok(Break(LoggedIn { tokens, claims }));
                }
                State::Completed => return Err(POLLED_AFTER_COMPLETION),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Exchanging(exchange) => exchange.handle(now, event),
            State::Verifying { verify, .. } => verify.handle(now, event),
            State::Completed => Err(UNEXPECTED_EVENT),
        }
    }
}

impl fmt::Debug for LogIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.state {
            State::Exchanging(_) => "LogIn(Exchanging)",
            State::Verifying { .. } => "LogIn(Verifying)",
            State::Completed => "LogIn(Completed)",
        })
    }
}
