//! A user's second factor.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::clock::Timestamp;
use crate::crypto::totp;

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Mfa {
    pub(crate) id: String,
    pub(crate) enabled: bool,
    /// Shared with the user's authenticator, base32.
    key: String,
    /// The step of the last password that was taken: none works twice (RFC 6238, section 5.2).
    last_step: i64,
}

impl Mfa {
    pub(crate) fn new(id: String) -> Self {
        Self { id, enabled: false, key: totp::new_key(), last_step: i64::MIN }
    }

    pub(crate) fn change_key(&mut self) {
        self.key = totp::new_key();
    }

    /// The key as an authenticator takes it.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// Takes a one-time password, if it is right and was not taken before.
    pub(crate) fn accept(&mut self, password: &str, now: Timestamp) -> bool {
        match totp::step_of(password, &self.key, now) {
            Some(step) if step > self.last_step => {
                self.last_step = step;
                true
            }
            _ => false,
        }
    }

    pub(crate) fn to_json(&self, user: &str, pool: &str) -> Value {
        json!({ "_id": self.id, "userId": user, "userPoolId": pool, "enable": self.enabled, "shareKey": self.key })
    }
}

impl fmt::Debug for Mfa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, enabled, key: _, last_step: _ } = self;
        f.debug_struct("Mfa").field("id", id).field("enabled", enabled).finish_non_exhaustive()
    }
}
