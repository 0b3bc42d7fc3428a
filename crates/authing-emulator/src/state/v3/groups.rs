//! Groups of users.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Groups(Vec<Group>);

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) description: String,
    /// `static` or `dynamic`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) custom_data: Map<String, Value>,
    /// Users' ids, in the order in which they came.
    pub(crate) members: Vec<String>,
}

impl Groups {
    pub(crate) fn add(&mut self, group: Group) {
        self.0.push(group);
    }

    pub(crate) fn find(&self, code: &str) -> Option<&Group> {
        self.0.iter().find(|group| group.code == code)
    }

    pub(crate) fn find_mut(&mut self, code: &str) -> Option<&mut Group> {
        self.0.iter_mut().find(|group| group.code == code)
    }

    pub(crate) fn remove(&mut self, code: &str) {
        self.0.retain(|group| group.code != code);
    }

    /// Oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Group> {
        self.0.iter()
    }

    pub(crate) fn of_user<'a>(&'a self, user: &'a str) -> impl Iterator<Item = &'a Group> {
        self.0.iter().filter(move |group| group.members.iter().any(|member| member == user))
    }

    pub(super) fn forget_user(&mut self, user: &str) {
        for group in &mut self.0 {
            group.members.retain(|member| member != user);
        }
    }
}
