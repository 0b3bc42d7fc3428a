//! When and from where a user has logged in.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::clock::Timestamp;

/// As many as are kept of each user; the oldest go first.
const CAPACITY: usize = 10;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Logins {
    logins: VecDeque<Login>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Login {
    id: String,
    at: Timestamp,
    ip: String,
}

impl Logins {
    pub(crate) fn add(&mut self, id: String, at: Timestamp, ip: &str) {
        self.logins.push_front(Login { id, at, ip: ip.to_owned() });
        self.logins.truncate(CAPACITY);
    }

    /// As the service lists them (`PagedUserLoginHistory`), newest first. Only logins that succeeded belong to a user.
    pub(crate) fn to_json(&self) -> Value {
        let of = |login: &Login| json!({ "_id": login.id, "when": login.at.iso(), "success": true, "ip": login.ip });
        json!({ "totalCount": self.logins.len(), "list": self.logins.iter().map(of).collect::<Vec<_>>() })
    }
}
