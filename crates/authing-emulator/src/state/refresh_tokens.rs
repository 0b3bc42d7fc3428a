//! Refresh tokens of OpenID Connect: each works once, and gives the next one.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::random;

/// The service tells no lifetime.
const LIFETIME: Duration = Duration::from_hours(30 * 24);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct RefreshTokens {
    issued: BTreeMap<String, Grant>,
}

/// What a refresh token stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Grant {
    pub(crate) app_id: String,
    pub(crate) user_id: String,
    pub(crate) scope: String,
    /// The second in which it was issued: a logout revokes it with the user's other tokens.
    pub(crate) iat: i64,
}

impl RefreshTokens {
    pub(crate) fn issue(&mut self, grant: Grant, now: Timestamp) -> String {
        // Now and then, so that each token costs little however many there are.
        if self.issued.len().is_power_of_two() {
            self.issued.retain(|_, grant| grant.is_alive(now));
        }
        let token = random::hex::<32>();
        self.issued.insert(token.clone(), grant);
        token
    }

    /// Uses the token up, if it is this application's and not expired. Another application's attempt leaves it as it is.
    pub(crate) fn redeem(&mut self, token: &str, app_id: &str, now: Timestamp) -> Option<Grant> {
        self.issued.get(token).filter(|grant| grant.app_id == app_id)?;
        let grant = self.issued.remove(token)?;
        grant.is_alive(now).then_some(grant)
    }
}

impl Grant {
    fn is_alive(&self, now: Timestamp) -> bool {
        now < Timestamp::from_seconds(self.iat).plus(LIFETIME)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant() -> Grant {
        Grant { app_id: "app".into(), user_id: "user".into(), scope: "openid".into(), iat: 0 }
    }

    #[test]
    fn a_token_works_once_and_for_its_application() {
        let mut tokens = RefreshTokens::default();
        let token = tokens.issue(grant(), Timestamp::EPOCH);
        assert_eq!(tokens.redeem(&token, "another", Timestamp::EPOCH), None);
        assert_eq!(tokens.redeem(&token, "app", Timestamp::EPOCH), Some(grant()));
        assert_eq!(tokens.redeem(&token, "app", Timestamp::EPOCH), None);
    }

    #[test]
    fn a_token_expires() {
        let mut tokens = RefreshTokens::default();
        let token = tokens.issue(grant(), Timestamp::EPOCH);
        assert_eq!(tokens.redeem(&token, "app", Timestamp::EPOCH.plus(LIFETIME)), None);
    }
}
