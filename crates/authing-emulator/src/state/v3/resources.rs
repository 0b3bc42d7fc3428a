//! Resources in namespaces, and who may do what with them.

use serde::{Deserialize, Serialize};

use super::Target;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Resources {
    resources: Vec<Resource>,
    authorizations: Vec<Authorization>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Resource {
    pub(crate) namespace: String,
    pub(crate) code: String,
    /// `DATA`, `API`, `MENU`, `BUTTON` or `UI`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) api_identifier: String,
    pub(crate) actions: Vec<String>,
}

/// That a target may do something with a resource.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Authorization {
    pub(crate) namespace: String,
    pub(crate) target: Target,
    /// A resource's code, or the beginning of several codes with a `*` after it.
    pub(crate) resource: String,
    pub(crate) actions: Vec<String>,
}

impl Authorization {
    pub(crate) fn allows(&self, resource: &str, action: &str) -> bool {
        let is_allowed = |allowed: &String| matches(allowed, action);
        matches(&self.resource, resource) && self.actions.iter().any(is_allowed)
    }
}

/// Whether a text is the pattern's: equal, or beginning with what stands before its `*`.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => text.starts_with(start),
        None => pattern == text,
    }
}

impl Resources {
    pub(crate) fn add(&mut self, resource: Resource) {
        self.resources.push(resource);
    }

    pub(crate) fn find(&self, namespace: &str, code: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.namespace == namespace && resource.code == code)
    }

    pub(crate) fn authorize(&mut self, authorization: Authorization) {
        let same = |held: &&mut Authorization| {
            held.namespace == authorization.namespace
                && held.target == authorization.target
                && held.resource == authorization.resource
        };
        match self.authorizations.iter_mut().find(same) {
            Some(held) => held.actions = authorization.actions,
            None => self.authorizations.push(authorization),
        }
    }

    /// What any of the targets may do.
    pub(crate) fn of<'a>(&'a self, targets: &'a [Target]) -> impl Iterator<Item = &'a Authorization> {
        self.authorizations.iter().filter(|authorization| targets.contains(&authorization.target))
    }

    pub(super) fn forget(&mut self, target: &Target) {
        self.authorizations.retain(|authorization| authorization.target != *target);
    }

    /// A role has another code: what it may do stays allowed.
    pub(crate) fn rename(&mut self, from: &Target, to: &Target) {
        for authorization in &mut self.authorizations {
            if authorization.target == *from {
                authorization.target.clone_from(to);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn star_stands_for_any_ending() {
        let held = Authorization {
            namespace: "default".into(),
            target: Target::User("u".into()),
            resource: "book:*".into(),
            actions: vec!["Read".into()],
        };
        assert!(held.allows("book:1", "Read"));
        assert!(!held.allows("book:1", "Write") && !held.allows("shelf", "Read"));
    }
}
