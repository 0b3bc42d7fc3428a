//! What today's service has beside users, applications and tokens: rights, a tree of departments, and proofs under way.

mod channel;
mod departments;
mod groups;
mod nonces;
mod proofs;
mod resources;
mod roles;
mod target;

use serde::{Deserialize, Serialize};

pub(crate) use channel::Channel;
pub(crate) use departments::{Department, Departments, Organization};
pub(crate) use groups::{Group, Groups};
pub(crate) use nonces::{Nonces, WINDOW};
pub(crate) use proofs::{Proof, Proofs, TOKEN_LIFETIME};
pub(crate) use resources::{Authorization, Resource, Resources};
pub(crate) use roles::{Assignment, Role, Roles};
pub(crate) use target::Target;

/// The namespace of a role or resource that names none.
pub(crate) const DEFAULT_NAMESPACE: &str = "default";

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct V3 {
    pub(crate) roles: Roles,
    pub(crate) groups: Groups,
    pub(crate) departments: Departments,
    pub(crate) resources: Resources,
    pub(crate) proofs: Proofs,
    pub(crate) nonces: Nonces,
}

impl V3 {
    /// A user is gone: so is every tie to them.
    pub(crate) fn forget_user(&mut self, user: &str) {
        self.groups.forget_user(user);
        self.departments.forget_user(user);
        self.forget(&Target::User(user.to_owned()));
    }

    /// A department and those below it are going: nothing is given to them any more.
    pub(crate) fn forget_departments(&mut self, root: &str) {
        let gone: Vec<String> = self.departments.subtree(root).iter().map(|gone| gone.id.clone()).collect();
        for id in gone {
            self.forget(&Target::Department(id));
        }
    }

    /// Nothing is given to a target that is gone.
    pub(crate) fn forget(&mut self, target: &Target) {
        self.roles.forget(target);
        self.resources.forget(target);
    }

    /// Whom a user's rights come from: the user, their groups, their departments and those above, and the roles of all these.
    pub(crate) fn targets_of(&self, user: &str, now: i64) -> Vec<Target> {
        let mut targets = vec![Target::User(user.to_owned())];
        targets.extend(self.groups.of_user(user).map(|group| Target::Group(group.code.clone())));
        targets.extend(self.departments.with_parents_of_user(user).into_iter().map(Target::Department));
        let roles: Vec<Target> = self.roles.of(&targets, now).map(Role::target).collect();
        targets.extend(roles);
        targets
    }
}
