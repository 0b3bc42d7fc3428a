//! The nonces of signed requests: each is used once.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;

/// How far the date of a signed request may be from the emulator's clock. The service's own window is not documented.
pub(crate) const WINDOW: Duration = Duration::from_mins(15);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Nonces {
    used: BTreeMap<String, Timestamp>,
}

impl Nonces {
    /// Whether a nonce is used for the first time. One whose requests are out of date is forgotten.
    pub(crate) fn take(&mut self, nonce: &str, now: Timestamp) -> bool {
        if self.used.len().is_power_of_two() {
            self.used.retain(|_, at| now < at.plus(WINDOW.saturating_mul(2)));
        }
        self.used.insert(nonce.to_owned(), now).is_none()
    }
}
