//! Tokens that were verified before, for as long as they live.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::sync::{Mutex, PoisonError};

use authing_core::token::{TokenData, TokenVerificationError, TokenVerifier};
use authing_core::{Timestamp, Token};

/// How many tokens are remembered at most.
const CAPACITY: usize = 10_000;

/// Verifies tokens and remembers the outcome, never beyond a token's own `exp`.
pub(crate) struct Cache {
    verifier: TokenVerifier,
    known: Mutex<HashMap<u64, Known>>,
}

struct Known {
    token: Token,
    user: TokenData,
    expiry: Timestamp,
}

impl Cache {
    pub(crate) fn new(verifier: TokenVerifier) -> Self {
        Self { verifier, known: Mutex::default() }
    }

    /// The user of a token, if the token is genuine and valid.
    pub(crate) fn user(&self, token: &str, now: Timestamp) -> Result<TokenData, TokenVerificationError> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let key = key(token);
        if let Some(found) = known.get(&key)
            && found.token.expose() == token
            && now < found.expiry
        {
            return Ok(found.user.clone());
        }
        known.remove(&key);
        let claims = self.verifier.verify(token, now)?;
        let (user, expiry) = (claims.data.clone(), claims.expires_at());
        if known.len() >= CAPACITY {
            known.retain(|_, known| now < known.expiry);
        }
        if known.len() < CAPACITY {
            known.insert(key, Known { token: token.into(), user: user.clone(), expiry });
        }
        Ok(user)
    }
}

fn key(token: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    token.hash(&mut hasher);
    hasher.finish()
}
