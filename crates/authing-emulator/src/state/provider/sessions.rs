//! Browsers' sessions with the provider: single sign-on.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::{hash, random};

/// How long a browser stays logged in.
const LIFETIME: Duration = Duration::from_hours(14 * 24);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Sessions {
    /// By the hash of the cookie's value, so that an exported state holds no cookie.
    open: BTreeMap<String, BrowserSession>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct BrowserSession {
    /// The `sid` of id tokens. It is public, so it is not the cookie.
    pub(crate) sid: String,
    pub(crate) user_id: String,
    pub(crate) authenticated: Timestamp,
}

impl Sessions {
    /// A new session; the cookie's value. It never takes the place of a value that the browser sent, against session fixation.
    pub(crate) fn open(&mut self, user_id: &str, now: Timestamp) -> String {
        // Now and then, so that each login costs little however many there are.
        if self.open.len().is_power_of_two() {
            self.open.retain(|_, session| session.is_valid(now));
        }
        let cookie = random::hex::<32>();
        let session = BrowserSession { sid: random::hex::<16>(), user_id: user_id.into(), authenticated: now };
        self.open.insert(hash::sha256_base64url(&cookie), session);
        cookie
    }

    pub(crate) fn find(&self, cookie: &str, now: Timestamp) -> Option<&BrowserSession> {
        self.open.get(&hash::sha256_base64url(cookie)).filter(|session| session.is_valid(now))
    }

    pub(crate) fn find_by_sid(&self, sid: &str, now: Timestamp) -> Option<&BrowserSession> {
        self.open.values().find(|session| session.sid == sid && session.is_valid(now))
    }

    pub(crate) fn close(&mut self, cookie: &str) -> Option<BrowserSession> {
        self.open.remove(&hash::sha256_base64url(cookie))
    }

    pub(crate) fn close_by_sid(&mut self, sid: &str) -> Option<BrowserSession> {
        let key = self.open.iter().find(|(_, session)| session.sid == sid)?.0.clone();
        self.open.remove(&key)
    }

    /// Newest first.
    pub(crate) fn all(&self, now: Timestamp) -> Vec<&BrowserSession> {
        let mut sessions: Vec<_> = self.open.values().filter(|session| session.is_valid(now)).collect();
        sessions.sort_by_key(|session| std::cmp::Reverse(session.authenticated));
        sessions
    }
}

impl BrowserSession {
    fn is_valid(&self, now: Timestamp) -> bool {
        now < self.authenticated.plus(LIFETIME)
    }
}
