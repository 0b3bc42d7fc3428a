//! The keys that sign tokens: the current one, and those before it for as long as their tokens may be valid.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::TOKEN_LIFETIME;
use crate::clock::Timestamp;
use crate::crypto::signing_key::SigningKey;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct SigningKeys {
    /// `None` until the first use: generating one takes a while.
    current: Option<SigningKey>,
    retired: Vec<RetiredKey>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RetiredKey {
    key: SigningKey,
    retired: Timestamp,
}

impl SigningKeys {
    pub(crate) fn current(&self) -> Option<&SigningKey> {
        self.current.as_ref()
    }

    /// The key in use: the one given, if there is none yet.
    pub(crate) fn current_or(&mut self, key: SigningKey) -> SigningKey {
        self.current.get_or_insert(key).clone()
    }

    /// Signs with another key from now on. Tokens of the one before go on verifying, unless it is forgotten.
    pub(crate) fn rotate(&mut self, next: SigningKey, forget_old: bool, now: Timestamp) {
        let before = self.current.replace(next);
        self.retired.extend(before.map(|key| RetiredKey { key, retired: now }));
        self.retired.retain(|old| !forget_old && old.is_kept(now));
    }

    /// The newest first.
    fn published(&self, now: Timestamp) -> impl Iterator<Item = &SigningKey> {
        let retired = self.retired.iter().rev().filter(move |old| old.is_kept(now)).map(|old| &old.key);
        self.current.iter().chain(retired)
    }

    /// The JWK set (RFC 7517, section 5).
    pub(crate) fn jwks(&self, now: Timestamp) -> Vec<Value> {
        self.published(now).map(SigningKey::jwk).collect()
    }

    pub(crate) fn by_kid(&self, kid: &str, now: Timestamp) -> Option<&SigningKey> {
        self.published(now).find(|key| key.kid() == kid)
    }
}

impl RetiredKey {
    fn is_kept(&self, now: Timestamp) -> bool {
        now < self.retired.plus(TOKEN_LIFETIME)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::EPOCH;

    fn rotated(forget_old: bool) -> (SigningKeys, SigningKey) {
        let mut keys = SigningKeys::default();
        let first = keys.current_or(SigningKey::process_wide().expect("a key"));
        keys.rotate(SigningKey::generate().expect("a key"), forget_old, NOW);
        (keys, first)
    }

    #[test]
    fn retired_key_is_published_until_its_tokens_expired() {
        let (keys, first) = rotated(false);
        assert_eq!(keys.jwks(NOW).len(), 2);
        assert!(keys.by_kid(first.kid(), NOW).is_some());
        assert_ne!(keys.current().expect("a key").kid(), first.kid());
        assert_eq!(keys.jwks(NOW.plus(TOKEN_LIFETIME)).len(), 1);
    }

    #[test]
    fn forgotten_key_is_gone_at_once() {
        let (keys, first) = rotated(true);
        assert!(keys.by_kid(first.kid(), NOW).is_none());
    }
}
