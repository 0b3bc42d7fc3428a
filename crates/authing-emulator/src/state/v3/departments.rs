//! Organizations: trees of departments, whose root is the organization itself.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Departments {
    organizations: Vec<Organization>,
    /// Each after its parent.
    departments: Vec<Department>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Organization {
    pub(crate) code: String,
    /// The department at the root.
    pub(crate) root: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Department {
    pub(crate) id: String,
    pub(crate) organization: String,
    /// `None`: the root.
    pub(crate) parent: Option<String>,
    pub(crate) name: String,
    pub(crate) code: Option<String>,
    pub(crate) open_id: Option<String>,
    pub(crate) description: String,
    pub(crate) is_virtual: bool,
    pub(crate) leaders: Vec<String>,
    pub(crate) custom_data: Map<String, Value>,
    pub(crate) created_at: String,
    pub(crate) updated_at: String,
    /// In the order in which they joined.
    pub(crate) members: Vec<Member>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Member {
    pub(crate) user: String,
    pub(crate) joined_at: String,
}

impl Department {
    pub(crate) fn has_member(&self, user: &str) -> bool {
        self.members.iter().any(|member| member.user == user)
    }

    /// A user joins once.
    pub(crate) fn join(&mut self, user: &str, joined_at: String) {
        if !self.has_member(user) {
            self.members.push(Member { user: user.to_owned(), joined_at });
        }
    }
}

impl Departments {
    pub(crate) fn add_organization(&mut self, organization: Organization, root: Department) {
        self.organizations.push(organization);
        self.departments.push(root);
    }

    pub(crate) fn add(&mut self, department: Department) {
        self.departments.push(department);
    }

    /// Oldest first.
    pub(crate) fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.iter()
    }

    /// Each after its parent.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Department> {
        self.departments.iter()
    }

    pub(crate) fn organization(&self, code: &str) -> Option<&Organization> {
        self.organizations.iter().find(|organization| organization.code == code)
    }

    pub(crate) fn remove_organization(&mut self, code: &str) {
        self.organizations.retain(|organization| organization.code != code);
        self.departments.retain(|department| department.organization != code);
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Department> {
        self.departments.iter().find(|department| department.id == id)
    }

    pub(crate) fn find_mut(&mut self, id: &str) -> Option<&mut Department> {
        self.departments.iter_mut().find(|department| department.id == id)
    }

    pub(crate) fn find_by(&self, fits: impl Fn(&Department) -> bool) -> Option<&Department> {
        self.departments.iter().find(|department| fits(department))
    }

    pub(crate) fn children<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Department> {
        self.departments.iter().filter(move |department| department.parent.as_deref() == Some(id))
    }

    /// The department and all below it.
    pub(crate) fn subtree(&self, id: &str) -> Vec<&Department> {
        let mut found: Vec<&Department> = Vec::new();
        // Each comes after its parent, so that one pass finds all.
        for department in &self.departments {
            let is_below = |parent: &String| found.iter().any(|above| above.id == *parent);
            if department.id == id || department.parent.as_ref().is_some_and(is_below) {
                found.push(department);
            }
        }
        found
    }

    /// From the root down to the department.
    pub(crate) fn path(&self, id: &str) -> Vec<&Department> {
        let mut path: Vec<&Department> = std::iter::successors(self.find(id), |department| {
            department.parent.as_deref().and_then(|parent| self.find(parent))
        })
        .collect();
        path.reverse();
        path
    }

    pub(crate) fn remove(&mut self, id: &str) {
        let gone: Vec<String> = self.subtree(id).iter().map(|department| department.id.clone()).collect();
        self.departments.retain(|department| !gone.contains(&department.id));
    }

    pub(crate) fn of_user<'a>(&'a self, user: &'a str) -> impl Iterator<Item = &'a Department> {
        self.departments.iter().filter(move |department| department.has_member(user))
    }

    /// The ids of a user's departments and of those above them.
    pub(super) fn with_parents_of_user(&self, user: &str) -> Vec<String> {
        let mut ids: Vec<String> =
            self.of_user(user).flat_map(|own| self.path(&own.id)).map(|department| department.id.clone()).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    pub(super) fn forget_user(&mut self, user: &str) {
        for department in &mut self.departments {
            department.members.retain(|member| member.user != user);
            department.leaders.retain(|leader| leader != user);
        }
    }
}
