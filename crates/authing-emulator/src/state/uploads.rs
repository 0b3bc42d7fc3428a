//! Files as Qiniu keeps them: put in with a token, taken out by key.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::body::Bytes;
use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::random;
use crate::state::bytes;

/// An upload token may be used for an hour, as often as one likes: so may Qiniu's.
const TOKEN_LIFETIME: Duration = Duration::from_hours(1);

/// How an upload token begins.
const TOKEN_PREFIX: &str = "emulator:";

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Uploads {
    tokens: BTreeMap<String, Timestamp>,
    files: BTreeMap<String, File>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct File {
    pub(crate) content_type: String,
    #[serde(with = "bytes")]
    pub(crate) bytes: Bytes,
}

impl Uploads {
    pub(crate) fn issue_token(&mut self, now: Timestamp) -> String {
        self.tokens.retain(|_, until| now < *until);
        let token = format!("{TOKEN_PREFIX}{}", random::hex::<20>());
        self.tokens.insert(token.clone(), now.plus(TOKEN_LIFETIME));
        token
    }

    pub(crate) fn accepts(&self, token: &str, now: Timestamp) -> bool {
        self.tokens.get(token).is_some_and(|until| now < *until)
    }

    /// Whether this is an upload token of this pool, without its prefix, or a part of a file's key.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.tokens.contains_key(&format!("{TOKEN_PREFIX}{word}")) || self.files.keys().any(|key| key.contains(word))
    }

    pub(crate) fn put(&mut self, key: String, file: File) {
        self.files.insert(key, file);
    }

    pub(crate) fn get(&self, key: &str) -> Option<File> {
        self.files.get(key).cloned()
    }
}
