//! The pool's roles, which the protocol also calls groups, and who has which.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Roles {
    roles: Vec<Role>,
    members: Vec<Member>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Role {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) descriptions: Option<String>,
    pub(crate) permissions: Option<String>,
    pub(crate) created_at: String,
}

/// That a user has a role.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Member {
    pub(crate) id: String,
    pub(crate) role: String,
    pub(crate) user: String,
    pub(crate) created_at: String,
}

impl Role {
    pub(crate) fn to_json(&self, pool: &str) -> Value {
        json!({
            "_id": self.id,
            "name": self.name,
            "descriptions": self.descriptions,
            "permissions": self.permissions,
            "client": pool,
            "createdAt": self.created_at,
        })
    }
}

impl Roles {
    pub(crate) fn add(&mut self, role: Role) -> &Role {
        self.roles.push(role);
        &self.roles[self.roles.len() - 1]
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    pub(crate) fn find_mut(&mut self, id: &str) -> Option<&mut Role> {
        self.roles.iter_mut().find(|role| role.id == id)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter()
    }

    /// A user has a role once, however often they are given it.
    pub(crate) fn assign(&mut self, member: Member) {
        if !self.members.iter().any(|held| held.role == member.role && held.user == member.user) {
            self.members.push(member);
        }
    }

    pub(crate) fn revoke(&mut self, role: &str, user: &str) -> Option<Member> {
        let held = self.members.iter().position(|held| held.role == role && held.user == user)?;
        Some(self.members.remove(held))
    }

    pub(crate) fn members_of(&self, role: &str) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| member.role == role)
    }

    pub(crate) fn roles_of(&self, user: &str) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |member| member.user == user)
    }

    pub(crate) fn forget_user(&mut self, user: &str) {
        self.members.retain(|member| member.user != user);
    }
}
