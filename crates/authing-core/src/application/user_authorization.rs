//! The authorization of a user's request: an access token, which is refreshed shortly before it expires, or after the service
//! rejects it.

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::refresh::SharedRefresh;
use super::user_tokens::UserTokens;
use super::{ApplicationContext, TokenSet};
use crate::flow::{Authorized, Event, Flow, Obtain, Progress, UNEXPECTED_EVENT, bearer, ready};
use crate::time::Timestamp;
use crate::{Error, Token};

/// The flow that yields the authorization of a user.
pub(crate) struct UserAuthorization {
    context: Arc<ApplicationContext>,
    user: Arc<UserTokens>,
    rejected: Option<Token>,
    refreshing: Option<(Arc<TokenSet>, Obtain<SharedRefresh>)>,
    /// The number of sets that were obtained. The set of another caller may have expired since.
    refreshed: u8,
}

/// The greatest number of refreshes for a request: a provider may issue tokens that have expired.
const MAX_REFRESHES: u8 = 3;

impl UserAuthorization {
    /// The authorization of a user. `rejected` is an access token that the service has just rejected.
    pub(crate) fn new(context: &Arc<ApplicationContext>, user: &Arc<UserTokens>, rejected: Option<Token>) -> Self {
        Self { context: Arc::clone(context), user: Arc::clone(user), rejected, refreshing: None, refreshed: 0 }
    }

    /// Whether the request can carry the tokens. New tokens are used even if they expire soon.
    fn is_usable(&self, tokens: &TokenSet, now: Timestamp) -> bool {
        let can_refresh = tokens.refresh_token().is_some() && self.refreshed == 0;
        let is_rejected = self.rejected.as_ref().is_some_and(|token| token.expose() == tokens.access_token().expose());
        !is_rejected && if can_refresh { tokens.is_fresh(now) } else { !tokens.has_expired(now) }
    }
}

impl Flow for UserAuthorization {
    type Notification = Infallible;
    type Output = Authorized;

    fn poll(&mut self, now: Timestamp) -> Progress<Authorized> {
        loop {
            if let Some((old, obtain)) = &mut self.refreshing {
                let tokens = ready!(obtain.poll(now));
                let old = Arc::clone(old);
                self.refreshing = None;
                self.refreshed += 1;
                self.user.replace(&old, &tokens)?;
            }
            let tokens = self.user.current();
            if self.is_usable(&tokens, now) {
                return authorized(&tokens).map(Break);
            }
            if tokens.refresh_token().is_none() || self.refreshed == MAX_REFRESHES {
                return Err(Error::TokenExpired);
            }
            let shared = SharedRefresh::new(&self.context, Arc::clone(&tokens), Some(Arc::clone(&self.user)), now)?;
            self.refreshing = Some((tokens, Obtain::new(shared)));
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.refreshing {
            Some((_, obtain)) => obtain.handle(now, event),
            None => Err(UNEXPECTED_EVENT),
        }
    }
}

/// A token that cannot be refreshed is not renewed when the service rejects it.
fn authorized(tokens: &TokenSet) -> Result<Authorized, Error> {
    let token = Token::from(tokens.access_token());
    let header = Some(bearer(&token)?);
    Ok(Authorized { header, renewable: tokens.refresh_token().map(|_| token), pool: None })
}

impl fmt::Debug for UserAuthorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UserAuthorization(refreshed: {})", self.refreshed)
    }
}
