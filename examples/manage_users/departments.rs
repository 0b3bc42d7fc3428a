//! The tree of departments, and the employees in it.

use std::collections::{BTreeMap, HashSet};

use authing_core::UserId;
use authing_core::v3::management::{ListDepartmentMembers, ListOrganizations};
use authing_core::v3::types::Department;
use authing_ureq::ManagementClient;
use serde_json::json;

use crate::Result;
use crate::import::Member;
use crate::report::DepartmentRow;

/// The service's word for the department at the top.
const ROOT: &str = "root";

/// The names of a department and of those above it, from the top.
type Path = Vec<String>;

/// The departments of an organisation, as far as they are known.
struct Tree<'a> {
    client: &'a ManagementClient,
    organization: &'a str,
    /// The ids.
    known: BTreeMap<Path, String>,
}

/// Puts the employees into their departments, which are created if they are not there. No employee leaves a department.
pub(crate) fn arrange(
    client: &ManagementClient,
    organization: &str,
    members: &[Member<'_>],
) -> Result<Vec<DepartmentRow>> {
    create_organization(client, organization)?;
    let mut tree = Tree { client, organization, known: BTreeMap::from([(Path::new(), ROOT.to_owned())]) };
    let mut wanted: BTreeMap<Path, Vec<&UserId>> = BTreeMap::new();
    for member in members {
        let path: Path = member.employee.departments().map(str::to_owned).collect();
        tree.create(&path)?;
        if !path.is_empty() {
            wanted.entry(path).or_default().push(&member.user);
        }
    }
    for (path, users) in wanted {
        tree.add_members(&path, users)?;
    }
    tree.rows()
}

fn create_organization(client: &ManagementClient, code: &str) -> Result<()> {
    for organization in client.all(ListOrganizations::default()) {
        if organization?.organization_code == code {
            return Ok(());
        }
    }
    // This call has no method of its own: any call of the management API can be made by its name.
    client.call_raw("createOrganization", json!({ "organizationCode": code, "organizationName": code }))?;
    Ok(())
}

impl Tree<'_> {
    /// Creates a department and those above it, unless they are there.
    fn create(&mut self, path: &[String]) -> Result<()> {
        for depth in 1..=path.len() {
            let (path, above) = (&path[..depth], &path[..depth - 1]);
            if !self.known.contains_key(path) {
                self.read_children(above)?;
            }
            if !self.known.contains_key(path) {
                let arguments = json!({
                    "organizationCode": self.organization,
                    "parentDepartmentId": self.known[above],
                    "name": path.last(),
                });
                let created = self.client.call_raw("createDepartment", arguments)?;
                self.know(above, serde_json::from_value(created)?);
            }
        }
        Ok(())
    }

    fn read_children(&mut self, above: &[String]) -> Result<()> {
        let children = self.client.list_children_departments(self.organization, &self.known[above])?;
        for department in children.list {
            self.know(above, department);
        }
        Ok(())
    }

    fn know(&mut self, above: &[String], department: Department) {
        let path = above.iter().cloned().chain(department.name).collect();
        self.known.insert(path, department.department_id);
    }

    /// The members of a department, page by page.
    fn members(&self, id: &str) -> impl Iterator<Item = Result<UserId>> {
        let all = self.client.all(ListDepartmentMembers::new(self.organization, id));
        all.map(|user| Ok(user?.user_id))
    }

    fn add_members(&self, path: &[String], users: Vec<&UserId>) -> Result<()> {
        let id = &self.known[path];
        let there = self.members(id).collect::<Result<HashSet<_>>>()?;
        let new: Vec<_> = users.into_iter().filter(|user| !there.contains(user)).collect();
        if !new.is_empty() {
            self.client.add_department_members(self.organization, id, new)?;
        }
        Ok(())
    }

    fn rows(&self) -> Result<Vec<DepartmentRow>> {
        let departments = self.known.iter().filter_map(|(path, id)| Some((path.split_last()?, id)));
        let row = |((name, above), id): ((&String, &[String]), &String)| {
            let members = self.members(id).collect::<Result<Vec<_>>>()?.len();
            Ok(DepartmentRow { name: name.clone(), depth: above.len(), members })
        };
        departments.map(row).collect()
    }
}
