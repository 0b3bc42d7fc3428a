//! How a request names a department: its organization, and an id or another thing that only this department has.

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

/// How a `departmentId` names a department.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DepartmentIdType {
    #[default]
    DepartmentId,
    OpenDepartmentId,
    Code,
    /// There is no synchronization here.
    SyncRelation,
    /// A field of the customer's own: it names none here.
    CustomField,
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
        find(all, &self.organization_code, id, self.department_id_type.unwrap_or_default())
    }
}

pub(super) fn find<'a>(
    all: &'a Departments,
    organization: &str,
    id: &str,
    kind: DepartmentIdType,
) -> Result<&'a Department, V3Error> {
    let root = &all.organization(organization).ok_or_else(no_organization)?.root;
    let found = match kind {
        _ if id.is_empty() || id == ROOT => all.find(root),
        DepartmentIdType::DepartmentId => all.find(id),
        DepartmentIdType::OpenDepartmentId => all.find_by(|department| department.open_id.as_deref() == Some(id)),
        DepartmentIdType::Code => {
            all.find_by(|department| department.organization == organization && department.code.as_deref() == Some(id))
        }
        DepartmentIdType::SyncRelation | DepartmentIdType::CustomField => None,
    };
    found.filter(|department| department.organization == organization).ok_or_else(no_department)
}
