//! How a request names a department: its organization, and an id or another thing that only this department has.

use authing_core::v3::types::DepartmentIdType;
use serde::Deserialize;

use super::error::V3Error;
use crate::state::v3::{Department, Departments};

/// What a client writes for the department at the root.
const ROOT: &str = "root";

pub(super) fn no_organization() -> V3Error {
    V3Error::not_found("organizationCode")
}

pub(super) fn no_department() -> V3Error {
    V3Error::not_found("departmentId")
}

/// A department of an organization. An empty id, and `root`, are the root's.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DepartmentIdentifier {
    organization_code: String,
    department_id: Option<String>,
    department_id_type: Option<DepartmentIdType>,
}

impl DepartmentIdentifier {
    pub(super) fn find<'a>(&self, all: &'a Departments) -> Result<&'a Department, V3Error> {
        let id = self.department_id.as_deref().unwrap_or(ROOT);
        find(all, &self.organization_code, id, self.department_id_type.as_ref())
    }
}

pub(super) fn find<'a>(
    all: &'a Departments,
    organization: &str,
    id: &str,
    kind: Option<&DepartmentIdType>,
) -> Result<&'a Department, V3Error> {
    let root = &all.organization(organization).ok_or_else(no_organization)?.root;
    let found = match kind {
        _ if id.is_empty() || id == ROOT => all.find(root),
        None | Some(DepartmentIdType::Id) => all.find(id),
        Some(DepartmentIdType::OpenId) => all.find_by(|department| department.open_id.as_deref() == Some(id)),
        Some(DepartmentIdType::Code) => {
            all.find_by(|department| department.organization == organization && department.code.as_deref() == Some(id))
        }
        // There is no synchronization here, and no field of the customer's own names a department.
        Some(DepartmentIdType::SyncRelation | DepartmentIdType::CustomField) => None,
        Some(_) => return Err(V3Error::malformed("departmentIdType")),
    };
    found.filter(|department| department.organization == organization).ok_or_else(no_department)
}
