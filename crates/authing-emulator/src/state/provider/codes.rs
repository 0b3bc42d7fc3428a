//! Authorization codes: each works once and for ten minutes, for the application that asked for it.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Challenge;
use crate::clock::Timestamp;
use crate::crypto::{hash, random};

/// The service's, and the longest that RFC 6749, section 4.1.2, recommends.
pub(crate) const CODE_LIFETIME: Duration = Duration::from_mins(10);
/// How long a used code is remembered, so that its second use is noticed.
const MEMORY: Duration = Duration::from_hours(24);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Codes {
    /// By the code's hash.
    issued: BTreeMap<String, Code>,
}

/// What a code stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Code {
    pub(crate) app_id: String,
    pub(crate) user_id: String,
    pub(crate) redirect_uri: String,
    pub(crate) scope: String,
    pub(crate) nonce: Option<String>,
    pub(crate) challenge: Option<Challenge>,
    pub(crate) sid: String,
    pub(crate) auth_time: i64,
    pub(crate) issued: Timestamp,
    /// The grant that it was exchanged for.
    pub(crate) grant_id: Option<String>,
}

/// What became of a code that was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Redemption {
    Valid(Code),
    /// It was used before, for this grant.
    Used {
        grant_id: String,
    },
    Invalid,
}

impl Codes {
    pub(crate) fn issue(&mut self, code: Code) -> String {
        let now = code.issued;
        // Now and then, so that each code costs little however many there are.
        if self.issued.len().is_power_of_two() {
            self.issued.retain(|_, code| code.is_remembered(now));
        }
        let text = random::hex::<32>();
        self.issued.insert(hash::sha256_base64url(&text), code);
        text
    }

    /// Looks a code up. Another application's is none.
    pub(crate) fn find(&self, text: &str, app_id: &str, now: Timestamp) -> Redemption {
        match self.issued.get(&hash::sha256_base64url(text)).filter(|code| code.app_id == app_id) {
            Some(Code { grant_id: Some(grant_id), .. }) => Redemption::Used { grant_id: grant_id.clone() },
            Some(code) if now < code.issued.plus(CODE_LIFETIME) => Redemption::Valid(code.clone()),
            _ => Redemption::Invalid,
        }
    }

    /// From now on the code is used, and this grant came of it.
    pub(crate) fn mark_used(&mut self, text: &str, grant_id: &str) {
        if let Some(code) = self.issued.get_mut(&hash::sha256_base64url(text)) {
            code.grant_id = Some(grant_id.into());
        }
    }
}

impl Code {
    fn is_remembered(&self, now: Timestamp) -> bool {
        let kept = if self.grant_id.is_some() { MEMORY } else { CODE_LIFETIME };
        now < self.issued.plus(kept)
    }
}
