//! The refresh of a set of tokens, which all callers with its refresh token share.
//!
//! ```text
//!  ┌─────────┐        ┌────────────┐ tokens ┌───────────┐
//!  │ Loading │ ─────▶ │ Exchanging │ ─────▶ │ Verifying │ ──▶ done
//!  └─────────┘        └────────────┘        └───────────┘      │
//!       └── another instance has refreshed ──────────────────────▲
//! ```
//!
//! One caller refreshes and the others wait ([`Obtain`](crate::flow::Obtain)). A refresh token may work once. New tokens are therefore
//! not lost if no key can be fetched: an ID token that cannot be verified is left out, and the old one stays. A wrong ID token is an
//! error.

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;
use std::time::Duration;

use super::endpoint_call::EndpointCall;
use super::flights::Flight;
use super::user_tokens::UserTokens;
use super::verify::{NonceRule, is_rejection};
use super::{
    ApplicationContext, AuthenticationError, Grant, RequestTokens, TokenSet, TokenSetResponse, UnverifiedIdToken,
    VerifyToken,
};
use crate::Error;
use crate::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, Shared, UNEXPECTED_EVENT};
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::token::IdTokenClaims;

/// The refresh of a set of tokens, which all callers that have its refresh token share.
pub(super) struct SharedRefresh {
    context: Arc<ApplicationContext>,
    flight: Arc<Flight>,
    old: Arc<TokenSet>,
    user: Option<Arc<UserTokens>>,
}

impl SharedRefresh {
    /// The refresh of these tokens. For a user's client, the store may hold newer tokens.
    pub(super) fn new(
        context: &Arc<ApplicationContext>,
        old: Arc<TokenSet>,
        user: Option<Arc<UserTokens>>,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let token = old.refresh_token().ok_or(AuthenticationError::MissingRefreshToken)?;
        let flight = context.refreshes().get(token, now);
        Ok(Self { context: context.of_application(), flight, old, user })
    }
}

impl Shared for SharedRefresh {
    type Value = Arc<TokenSet>;
    type Fetch = FetchTokens;

    fn cache(&self) -> &SingleFlight<Arc<TokenSet>> {
        &self.flight
    }

    /// The tokens of the refresh, if the caller does not have them yet. A provider that does not rotate refresh
    /// tokens exchanges the same refresh token again after the access token has expired.
    fn is_usable(&self, value: &Arc<TokenSet>, now: Timestamp) -> bool {
        let is_rotated = value.refresh_token() != self.old.refresh_token();
        value.access_token() != self.old.access_token() && (is_rotated || value.is_fresh(now))
    }

    fn fetch(&self) -> FetchTokens {
        FetchTokens {
            context: Arc::clone(&self.context),
            flight: Arc::clone(&self.flight),
            old: Arc::clone(&self.old),
            user: self.user.clone(),
            state: State::Loading,
        }
    }

    fn longest_step(&self) -> Duration {
        self.context.runtime().longest_step()
    }
}

pub(super) struct FetchTokens {
    context: Arc<ApplicationContext>,
    flight: Arc<Flight>,
    old: Arc<TokenSet>,
    user: Option<Arc<UserTokens>>,
    state: State,
}

enum State {
    Loading,
    Exchanging(EndpointCall<RequestTokens>),
    Verifying { tokens: TokenSet, verify: VerifyToken<UnverifiedIdToken> },
    Received(TokenSet),
    Completed,
}

impl FetchTokens {
    /// The tokens that another instance has obtained with this refresh token.
    fn load_other(&self) -> Result<Option<Arc<TokenSet>>, Error> {
        self.user.as_ref().map_or(Ok(None), |user| user.load_other(&self.old))
    }

    fn exchange(&self) -> Result<State, Error> {
        let token = self.old.refresh_token().ok_or(AuthenticationError::MissingRefreshToken)?;
        let grant = Grant::RefreshToken(token.clone());
        Ok(State::Exchanging(EndpointCall::new(&self.context, RequestTokens::new(grant))))
    }

    fn received(&self, now: Timestamp, response: TokenSetResponse) -> Result<State, Error> {
        let tokens = TokenSet::read(&response, now)?;
        let Some(token) = response.id_token else { return Ok(State::Received(tokens)) };
        let nonce = self.old.nonce().cloned().map_or(NonceRule::Absent, NonceRule::AbsentOr);
        // A set without an ID token may be of a login that another program made.
        let nonce = if self.old.subject().is_none() { NonceRule::Unchecked } else { nonce };
        let access_token = Some(tokens.access_token().clone());
        let verify = VerifyToken::new(&self.context, UnverifiedIdToken { token, nonce, access_token });
        Ok(State::Verifying { tokens, verify })
    }

    /// Adds the ID token to the set: that of the same user (OpenID Connect Core 1.0, section 12.2).
    fn verified(
        &self,
        tokens: TokenSet,
        verify: &VerifyToken<UnverifiedIdToken>,
        claims: &IdTokenClaims,
    ) -> Result<State, Error> {
        if self.old.subject().is_some_and(|subject| subject != claims.sub) {
            return Err(AuthenticationError::WrongSubject.into());
        }
        let token = verify.token().token.clone();
        Ok(State::Received(tokens.with_id_token(token, claims, self.old.nonce().cloned())))
    }

    /// Handles a rejected refresh token: another instance may have used it.
    fn handle_rejection(&self, error: Error) -> Result<Arc<TokenSet>, Error> {
        if error.oauth_error() != Some("invalid_grant") {
            return Err(error);
        }
        self.load_other()?.ok_or(AuthenticationError::RefreshTokenRejected.into())
    }

    fn finish(&self, now: Timestamp, tokens: TokenSet) -> Arc<TokenSet> {
        self.context.refreshes().keep(&self.flight, now);
        Arc::new(tokens.keep_from(&self.old))
    }
}

impl Flow for FetchTokens {
    type Notification = Infallible;
    type Output = Arc<TokenSet>;

    fn poll(&mut self, now: Timestamp) -> Progress<Arc<TokenSet>> {
        loop {
            self.state = match std::mem::replace(&mut self.state, State::Completed) {
                State::Loading => match self.load_other()? {
                    Some(tokens) => return Ok(Break(tokens)),
                    None => self.exchange()?,
                },
                State::Exchanging(mut exchange) => match exchange.poll(now) {
                    Ok(Continue(step)) => {
                        self.state = State::Exchanging(exchange);
                        return Ok(Continue(step));
                    }
                    Ok(Break(response)) => self.received(now, response)?,
                    Err(error) => return self.handle_rejection(error).map(Break),
                },
                State::Verifying { tokens, mut verify } => match verify.poll(now) {
                    Ok(Continue(step)) => {
                        self.state = State::Verifying { tokens, verify };
                        return Ok(Continue(step));
                    }
                    Ok(Break(claims)) => self.verified(tokens, &verify, &claims)?,
                    Err(error) if is_rejection(&error) => return Err(error),
                    Err(_) => State::Received(tokens),
                },
                State::Received(tokens) => return Ok(Break(self.finish(now, tokens))),
                State::Completed => return Err(POLLED_AFTER_COMPLETION),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Exchanging(exchange) => exchange.handle(now, event),
            State::Verifying { tokens, verify } => {
                if verify.handle(now, event).is_err() {
                    self.state = State::Received(tokens.clone());
                }
                Ok(())
            }
            _ => Err(UNEXPECTED_EVENT),
        }
    }
}
