//! Pending logins: begun and not ended.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::callback::Callback;
use super::{AuthenticationError, RedirectUrl};
use crate::time::Timestamp;
use crate::token::IssuerUrl;
use crate::{CsrfToken, Error, Nonce, PkceCodeVerifier};

/// A login that has begun, with the values to check its callback. It can be serialized, for the browser's session on the server, and
/// is used once.
///
/// The serialized form holds the login's secrets. Keep it where the browser cannot read it, or in an encrypted cookie of this
/// browser. `Debug` shows no secret.
#[derive(Debug, Serialize, Deserialize)]
pub struct PendingLogin {
    pub(super) state: CsrfToken,
    pub(super) nonce: Nonce,
    pub(super) verifier: PkceCodeVerifier,
    pub(super) redirect_url: RedirectUrl,
    pub(super) issuer: IssuerUrl,
    #[serde(default)]
    pub(super) max_age: Option<Duration>,
    pub(super) created: Timestamp,
}

impl PendingLogin {
    /// The longest time of a login: ten minutes, the lifetime of the service's codes.
    pub const LIFETIME: Duration = Duration::from_secs(600);

    /// The time at which the login began.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    pub(super) fn is_alive(&self, now: Timestamp) -> bool {
        // Another instance's clock may be a little ahead.
        let created = self.created.min(now);
        now.is_within(created, Self::LIFETIME)
    }
}

/// The pending logins of one browser: two tabs may log in at once. Eight at most, each for ten minutes.
///
/// Keep this in the browser's session instead of one [`PendingLogin`], and take the login of the callback from it:
///
/// ```
/// # use authing_core::application::{PendingLogins, Scope};
/// # fn example(client: &authing_core::AuthenticationClient, callback: &str) -> Result<(), authing_core::Error> {
/// let mut logins = PendingLogins::default(); // from the browser's session
/// let (url, pending) = client.authorize([Scope::OpenId])?;
/// logins.insert(pending);
/// // Later, when the browser comes back:
/// let logged_in = client.finish(callback, logins.take(callback)?)?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PendingLogins(Vec<PendingLogin>);

impl PendingLogins {
    /// The greatest number of logins that one browser can have begun.
    pub const MAX: usize = 8;

    /// Adds a login. Drops expired logins, and the oldest login if there are too many.
    pub fn insert(&mut self, login: PendingLogin) {
        self.0.retain(|other| other.is_alive(login.created));
        let surplus = (self.0.len() + 1).saturating_sub(Self::MAX);
        self.0.drain(..surplus);
        self.0.push(login);
    }

    /// Takes the login of a callback: the URL of the request, or its path and query.
    ///
    /// # Errors
    ///
    /// [`Error::Authentication`] with [`WrongState`](AuthenticationError::WrongState) if there is none, or
    /// [`RepeatedParameter`](AuthenticationError::RepeatedParameter).
    pub fn take(&mut self, callback: &str) -> Result<PendingLogin, Error> {
        let callback = Callback::parse(callback)?;
        let found = self.0.iter().position(|login| callback.has_state(&login.state));
        Ok(self.0.remove(found.ok_or(AuthenticationError::WrongState)?))
    }

    /// The number of logins.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no login.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
