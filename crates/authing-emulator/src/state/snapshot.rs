//! The whole state as JSON: exported, imported, and what an emulator starts from.

use serde::{Deserialize, Serialize};

use crate::state::State;

/// Counted up when a snapshot of an earlier version can no longer be read: not for a new field, which begins empty.
const FORMAT: u32 = 1;

/// Users, WeChat users, codes, messages, files: everything but the configuration, the faults and the log of requests.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Snapshot {
    format: u32,
    /// Users and tokens belong to a pool, and mean nothing in another.
    user_pool_id: String,
    /// How far the clock was pushed forward.
    pub(crate) advanced_millis: i64,
    pub(crate) state: State,
}

/// Why a state was not taken over. Nothing has changed then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// It is not JSON, or not what an emulator of this version exports.
    // What serde says more may quote the state, which has secrets in it.
    #[error("this is not a state that this version exports: line {line}, column {column} is not as it should be")]
    Unreadable {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// Another version wrote it.
    #[error("this state has format {found}, and this version reads format {FORMAT}")]
    Format {
        /// The format it names.
        found: u32,
    },
    /// It is another pool's.
    #[error("this state is of user pool {found}, and this emulator serves {ours}: start it with that pool's id")]
    Pool {
        /// The pool it names.
        found: String,
        /// The pool served here.
        ours: String,
    },
}

impl Snapshot {
    /// How a pool begins.
    pub(crate) fn new(user_pool_id: String, state: State) -> Self {
        Self { format: FORMAT, user_pool_id, advanced_millis: 0, state }
    }

    pub(crate) fn read(json: &str, user_pool_id: &str) -> Result<Self, ImportError> {
        let unreadable =
            |error: serde_json::Error| ImportError::Unreadable { line: error.line(), column: error.column() };
        // First its format alone, so that another format is reported as such.
        let Header { format } = serde_json::from_str(json).map_err(unreadable)?;
        if format != FORMAT {
            return Err(ImportError::Format { found: format });
        }
        let snapshot: Self = serde_json::from_str(json).map_err(unreadable)?;
        if snapshot.user_pool_id != user_pool_id {
            return Err(ImportError::Pool { found: snapshot.user_pool_id, ours: user_pool_id.into() });
        }
        Ok(snapshot)
    }
}

#[derive(Deserialize)]
struct Header {
    format: u32,
}
