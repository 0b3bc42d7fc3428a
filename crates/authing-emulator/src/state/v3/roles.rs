//! Roles in namespaces, and whom they are given to.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Target;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Roles(Vec<Role>);

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Role {
    pub(crate) id: String,
    pub(crate) namespace: String,
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) enabled: bool,
    /// Unix milliseconds.
    pub(crate) disable_time: Option<i64>,
    pub(crate) custom_data: Map<String, Value>,
    pub(crate) assignments: Vec<Assignment>,
}

/// That a role is given to a target, for a time or for good.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Assignment {
    pub(crate) target: Target,
    /// Unix milliseconds.
    pub(crate) enable_time: Option<i64>,
    /// Unix milliseconds.
    pub(crate) end_time: Option<i64>,
}

impl Role {
    pub(crate) fn target(&self) -> Target {
        Self::target_of(&self.namespace, &self.code)
    }

    /// A code has no `/` in it.
    pub(crate) fn target_of(namespace: &str, code: &str) -> Target {
        Target::Role(format!("{namespace}/{code}"))
    }

    fn is_in_force(&self, now: i64) -> bool {
        self.enabled && self.disable_time.is_none_or(|end| now < end)
    }

    /// The assignments in force at this time, in Unix milliseconds.
    pub(crate) fn assignments_at(&self, now: i64) -> impl Iterator<Item = &Assignment> {
        let in_force = self.is_in_force(now);
        self.assignments.iter().filter(move |assignment| in_force && assignment.is_in_force(now))
    }

    /// A target has a role once: the latest times count.
    pub(crate) fn assign(&mut self, assignment: Assignment) {
        self.assignments.retain(|held| held.target != assignment.target);
        self.assignments.push(assignment);
    }
}

impl Assignment {
    fn is_in_force(&self, now: i64) -> bool {
        self.enable_time.is_none_or(|start| start <= now) && self.end_time.is_none_or(|end| now < end)
    }
}

impl Roles {
    pub(crate) fn add(&mut self, role: Role) {
        self.0.push(role);
    }

    pub(crate) fn find(&self, namespace: &str, code: &str) -> Option<&Role> {
        self.0.iter().find(|role| role.namespace == namespace && role.code == code)
    }

    pub(crate) fn find_mut(&mut self, namespace: &str, code: &str) -> Option<&mut Role> {
        self.0.iter_mut().find(|role| role.namespace == namespace && role.code == code)
    }

    pub(crate) fn remove(&mut self, namespace: &str, code: &str) {
        self.0.retain(|role| role.namespace != namespace || role.code != code);
    }

    /// Oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Role> {
        self.0.iter()
    }

    /// The roles that any of the targets has at this time.
    pub(crate) fn of<'a>(&'a self, targets: &'a [Target], now: i64) -> impl Iterator<Item = &'a Role> {
        self.0.iter().filter(move |role| role.assignments_at(now).any(|held| targets.contains(&held.target)))
    }

    pub(super) fn forget(&mut self, target: &Target) {
        for role in &mut self.0 {
            role.assignments.retain(|held| held.target != *target);
        }
    }

    /// A role has another code: what was given to it stays given.
    pub(crate) fn rename(&mut self, from: &Target, to: &Target) {
        for assignment in self.0.iter_mut().flat_map(|role| &mut role.assignments) {
            if assignment.target == *from {
                assignment.target.clone_from(to);
            }
        }
    }
}
