//! The URL at which a user logs out of the provider (OpenID Connect RP-Initiated Logout 1.0, section 2).

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::discover::{Discover, discover};
use super::{ApplicationContext, RedirectUrl};
use crate::flow::{Event, Flow, Progress, ready};
use crate::time::Timestamp;
use crate::{Error, IdToken};

/// The request of a logout at the provider.
#[derive(Clone, Debug)]
pub struct LogoutRequest {
    id_token: IdToken,
    redirect_url: Option<RedirectUrl>,
    state: Option<String>,
}

impl LogoutRequest {
    /// The logout of the user of an ID token.
    pub fn new(id_token: impl Into<IdToken>) -> Self {
        Self { id_token: id_token.into(), redirect_url: None, state: None }
    }

    /// The URL to which the browser is sent afterwards. It must be registered in the console.
    pub fn with_redirect_url(mut self, url: RedirectUrl) -> Self {
        self.redirect_url = Some(url);
        self
    }

    /// A text that the browser brings back (`state`).
    pub fn with_state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }
}

/// The URL of the logout, to which the browser is redirected. `Debug` hides it, because it holds the ID token.
#[derive(Clone, PartialEq, Eq)]
pub struct LogoutUrl(String);

impl LogoutUrl {
    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<LogoutUrl> for String {
    fn from(url: LogoutUrl) -> Self {
        url.0
    }
}

impl fmt::Debug for LogoutUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LogoutUrl(…)")
    }
}

/// The flow that creates the URL of a logout.
#[derive(Debug)]
pub struct BuildLogoutUrl {
    request: LogoutRequest,
    discover: Discover,
}

impl BuildLogoutUrl {
    /// The flow of one logout.
    pub fn new(context: &Arc<ApplicationContext>, request: LogoutRequest) -> Self {
        Self { request, discover: discover(context) }
    }
}

impl Flow for BuildLogoutUrl {
    type Notification = Infallible;
    type Output = LogoutUrl;

    fn poll(&mut self, now: Timestamp) -> Progress<LogoutUrl> {
        let metadata = ready!(self.discover.poll(now)).metadata;
        let LogoutRequest { id_token, redirect_url, state } = &self.request;
        let mut query = vec![("id_token_hint", id_token.expose())];
        query.extend(redirect_url.as_ref().map(|url| ("post_logout_redirect_uri", url.as_str())));
        query.extend(state.as_ref().map(|state| ("state", state.as_str())));
        Ok(Break(LogoutUrl(metadata.end_session_endpoint.with_query(query))))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.discover.handle(now, event)
    }
}
