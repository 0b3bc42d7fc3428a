//! Whom a role or a resource is given to.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "targetType", content = "targetIdentifier", rename_all = "UPPERCASE")]
pub(crate) enum Target {
    /// By id.
    User(String),
    /// By namespace and code, as [`Role::target`](super::Role::target) writes them.
    Role(String),
    /// By code.
    Group(String),
    /// By id.
    Department(String),
}
