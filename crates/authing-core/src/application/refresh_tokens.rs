//! The refresh that a program requests, in single flight.

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::refresh::SharedRefresh;
use super::{ApplicationContext, TokenSet};
use crate::Error;
use crate::flow::{Event, Flow, Obtain, Progress, UNEXPECTED_EVENT, ready};
use crate::time::Timestamp;

/// The flow of a refresh that a program requests, in single flight. The program keeps the new tokens.
pub struct RefreshTokens {
    context: Arc<ApplicationContext>,
    old: Arc<TokenSet>,
    obtain: Option<Obtain<SharedRefresh>>,
}

impl RefreshTokens {
    /// The flow of a set of tokens.
    pub fn new(context: &Arc<ApplicationContext>, tokens: &TokenSet) -> Self {
        Self { context: Arc::clone(context), old: Arc::new(tokens.clone()), obtain: None }
    }
}

impl Flow for RefreshTokens {
    type Notification = Infallible;
    type Output = TokenSet;

    fn poll(&mut self, now: Timestamp) -> Progress<TokenSet> {
        let obtain = if let Some(obtain) = &mut self.obtain {
            obtain
        } else {
            let shared = SharedRefresh::new(&self.context, Arc::clone(&self.old), None, now)?;
            self.obtain.insert(Obtain::new(shared))
        };
        let tokens = ready!(obtain.poll(now));
        Ok(Break(TokenSet::clone(&tokens)))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.obtain {
            Some(obtain) => obtain.handle(now, event),
            None => Err(UNEXPECTED_EVENT),
        }
    }
}

impl std::fmt::Debug for RefreshTokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RefreshTokens").field("obtain", &self.obtain).finish_non_exhaustive()
    }
}
