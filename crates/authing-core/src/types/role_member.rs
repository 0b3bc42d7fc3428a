//! A user who has a role.

use serde::{Deserialize, Serialize};

use super::{Reference, User};
use crate::wire::ResponseShape;

/// The assignment of a role to a user (`UserGroup`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RoleMember {
    /// The id of the membership.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The role.
    pub group: Option<Reference>,
    /// The pool.
    pub client: Option<Reference>,
    /// The user.
    pub user: Option<User>,
    /// The time of the assignment.
    pub created_at: Option<String>,
}

impl ResponseShape for RoleMember {}
