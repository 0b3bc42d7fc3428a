//! Role-based access: permissions belong to roles, roles to groups, and users to both.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Rbac {
    /// Oldest first.
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
    /// `None`: never changed.
    #[serde(default)]
    pub(crate) updated_at: Option<String>,
}

/// That one belongs to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct RbacMembership {
    pub(crate) member: (Kind, String),
    pub(crate) of: (Kind, String),
}

impl Rbac {
    pub(crate) fn add(&mut self, item: RbacItem) -> &RbacItem {
        self.items.push(item);
        &self.items[self.items.len() - 1]
    }

    pub(crate) fn find(&self, kind: Kind, id: &str) -> Option<&RbacItem> {
        self.items.iter().find(|item| item.kind == kind && item.id == id)
    }

    pub(crate) fn find_mut(&mut self, kind: Kind, id: &str) -> Option<&mut RbacItem> {
        self.items.iter_mut().find(|item| item.kind == kind && item.id == id)
    }

    /// All of a kind, oldest first.
    pub(crate) fn iter(&self, kind: Kind) -> impl Iterator<Item = &RbacItem> {
        self.items.iter().filter(move |item| item.kind == kind)
    }

    /// Removes a permission, a role or a group, and that it belongs to anything or anything to it.
    pub(crate) fn remove(&mut self, kind: Kind, id: &str) {
        self.items.retain(|item| item.kind != kind || item.id != id);
        self.forget(kind, id);
    }

    /// Removes that something belongs to anything, or anything to it.
    pub(crate) fn forget(&mut self, kind: Kind, id: &str) {
        let is = |end: &(Kind, String)| end.0 == kind && end.1 == id;
        self.memberships.retain(|membership| !is(&membership.member) && !is(&membership.of));
    }

    pub(crate) fn add_member(&mut self, membership: RbacMembership) {
        self.memberships.insert(membership);
    }

    pub(crate) fn remove_member(&mut self, membership: &RbacMembership) {
        self.memberships.remove(membership);
    }

    /// The ids of what belongs to a role or a group, oldest first.
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

    /// The permissions of several roles.
    pub(crate) fn permissions_of_roles<'a>(&'a self, roles: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
        roles.into_iter().flat_map(|role| self.members(Kind::Permission, Kind::Role, role)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tie(member: (Kind, &str), of: (Kind, &str)) -> RbacMembership {
        RbacMembership { member: (member.0, member.1.into()), of: (of.0, of.1.into()) }
    }

    #[test]
    fn removed_role_leaves_no_ties() {
        let mut rbac = Rbac::default();
        let item = |kind, id: &str| RbacItem {
            kind,
            id: id.into(),
            name: id.into(),
            description: None,
            created_at: String::new(),
            updated_at: None,
        };
        rbac.add(item(Kind::Role, "r"));
        rbac.add_member(tie((Kind::Permission, "p"), (Kind::Role, "r")));
        rbac.add_member(tie((Kind::Role, "r"), (Kind::Group, "g")));
        rbac.add_member(tie((Kind::User, "u"), (Kind::Group, "g")));
        assert_eq!(rbac.permissions_of_roles(rbac.roles_of("u")), BTreeSet::from(["p"]));
        rbac.remove(Kind::Role, "r");
        assert!(rbac.find(Kind::Role, "r").is_none());
        assert_eq!(rbac.memberships, BTreeSet::from([tie((Kind::User, "u"), (Kind::Group, "g"))]));
    }
}
