//! Role-based access: permissions belong to roles, roles to groups, and users to both.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Rbac {
    #[serde(rename = "things")]
    items: Vec<RbacItem>,
    #[serde(rename = "links")]
    memberships: BTreeSet<RbacMembership>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Kind {
    Permission,
    Role,
    Group,
    User,
}

/// A permission, a role or a group: all that is known of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RbacItem {
    pub(crate) kind: Kind,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) created_at: String,
}

/// That one belongs to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct RbacMembership {
    pub(crate) member: (Kind, String),
    pub(crate) of: (Kind, String),
}

impl Rbac {
    pub(crate) fn add(&mut self, item: RbacItem) {
        self.items.push(item);
    }

    pub(crate) fn find(&self, kind: Kind, id: &str) -> Option<&RbacItem> {
        self.items.iter().find(|item| item.kind == kind && item.id == id)
    }

    pub(crate) fn add_member(&mut self, membership: RbacMembership) {
        self.memberships.insert(membership);
    }

    pub(crate) fn remove_member(&mut self, membership: &RbacMembership) {
        self.memberships.remove(membership);
    }

    pub(crate) fn forget_user(&mut self, id: &str) {
        self.memberships.retain(|membership| membership.member != (Kind::User, id.to_owned()));
    }

    /// The ids of what belongs to a role or a group.
    pub(crate) fn members(&self, kind: Kind, of: Kind, id: &str) -> BTreeSet<&str> {
        let memberships = self
            .memberships
            .iter()
            .filter(|membership| membership.member.0 == kind && membership.of.0 == of && membership.of.1 == id);
        memberships.map(|membership| membership.member.1.as_str()).collect()
    }

    /// The ids of what something belongs to.
    fn owners(&self, member: Kind, id: &str, kind: Kind) -> BTreeSet<&str> {
        let memberships = self
            .memberships
            .iter()
            .filter(|membership| membership.member.0 == member && membership.member.1 == id && membership.of.0 == kind);
        memberships.map(|membership| membership.of.1.as_str()).collect()
    }

    pub(crate) fn groups_of(&self, user: &str) -> BTreeSet<&str> {
        self.owners(Kind::User, user, Kind::Group)
    }

    /// A user's own roles, and those of their groups.
    pub(crate) fn roles_of(&self, user: &str) -> BTreeSet<&str> {
        let mut roles = self.owners(Kind::User, user, Kind::Role);
        roles.extend(self.groups_of(user).into_iter().flat_map(|group| self.members(Kind::Role, Kind::Group, group)));
        roles
    }

    /// The permissions of the user's roles.
    pub(crate) fn permissions_of(&self, user: &str) -> BTreeSet<&str> {
        self.roles_of(user).into_iter().flat_map(|role| self.members(Kind::Permission, Kind::Role, role)).collect()
    }
}
