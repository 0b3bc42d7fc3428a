//! The beginning of a login by redirect.
//!
//! ```text
//!  ┌─────────────┐ metadata
//!  │ Discovering │ ───────▶ done: a URL for the browser, a pending login for its session
//!  └─────────────┘
//! ```

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::discover::{Discover, discover};
use super::{ApplicationContext, AuthorizationRequest, PendingLogin, PkceCodeChallenge, ProviderMetadata, RedirectUrl};
use crate::Error;
use crate::flow::{Event, Flow, Progress, ready};
use crate::time::Timestamp;

/// The URL of the login page, to which the browser is redirected. `Debug` hides it, because it holds the login's state.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthorizationUrl(String);

impl AuthorizationUrl {
    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<AuthorizationUrl> for String {
    fn from(url: AuthorizationUrl) -> Self {
        url.0
    }
}

impl fmt::Debug for AuthorizationUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AuthorizationUrl(…)")
    }
}

/// The flow that begins a login by redirect: the URL for the browser, and the pending login for
/// [`FinishLogin`](super::FinishLogin).
#[derive(Debug)]
pub struct Authorize {
    context: Arc<ApplicationContext>,
    request: AuthorizationRequest,
    discover: Discover,
}

impl Authorize {
    /// The flow of one login.
    pub fn new(context: &Arc<ApplicationContext>, request: impl Into<AuthorizationRequest>) -> Self {
        Self { context: Arc::clone(context), request: request.into(), discover: discover(context) }
    }

    fn redirect_url(&self) -> Result<&RedirectUrl, Error> {
        let configured = self.context.config().redirect_url();
        self.request
            .redirect_url
            .as_ref()
            .or(configured)
            .ok_or_else(|| Error::invalid_argument("redirect_uri", "is missing: configure it with `with_redirect_url`"))
    }

    /// Generates state, nonce and verifier for this login only.
    fn begin(&self, now: Timestamp, metadata: &ProviderMetadata) -> Result<(AuthorizationUrl, PendingLogin), Error> {
        let random = self.context.random();
        let pending = PendingLogin {
            state: random.token()?.into(),
            nonce: random.token()?.into(),
            verifier: random.token()?.into(),
            redirect_url: self.redirect_url()?.clone(),
            issuer: self.context.config().issuer().clone(),
            max_age: self.request.max_age,
            created: now,
        };
        let url = self.url(&metadata.authorization_endpoint, &pending);
        Ok((url, pending))
    }

    fn url(&self, endpoint: &super::EndpointUrl, pending: &PendingLogin) -> AuthorizationUrl {
        let challenge = PkceCodeChallenge::new(&pending.verifier);
        let parameters = self.request.parameters();
        let fixed = [
            ("redirect_uri", pending.redirect_url.as_str()),
            ("response_mode", "query"),
            ("response_type", "code"),
            ("client_id", self.context.config().app_id().as_str()),
            ("state", pending.state.expose()),
            ("nonce", pending.nonce.expose()),
            ("code_challenge", challenge.as_str()),
            ("code_challenge_method", PkceCodeChallenge::METHOD),
        ];
        let asked = parameters.iter().map(|(name, value)| (*name, value.as_str()));
        AuthorizationUrl(endpoint.with_query(fixed.into_iter().chain(asked)))
    }
}

impl Flow for Authorize {
    type Notification = Infallible;
    type Output = (AuthorizationUrl, PendingLogin);

    fn poll(&mut self, now: Timestamp) -> Progress<(AuthorizationUrl, PendingLogin)> {
        self.redirect_url()?;
        let metadata = ready!(self.discover.poll(now)).metadata;
        self.begin(now, &metadata).map(Break)
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.discover.handle(now, event)
    }
}
