use serde::Deserialize;

use super::CustomData;
use crate::wire::texts;

texts! {
    /// The kind of a department's id: `departmentIdType`.
    pub enum DepartmentIdType {
        /// By its id: the default.
        Id = "department_id",
        /// By the id of another system's open platform.
        OpenId = "open_department_id",
        /// By the relation of a synchronisation.
        SyncRelation = "sync_relation",
        /// By a custom field.
        CustomField = "custom_field",
        /// By its code.
        Code = "code",
    }
}

/// An organisation: the root of a tree of departments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Organization {
    /// The code.
    pub organization_code: String,
    /// The name.
    pub organization_name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The department at the root of the tree.
    pub department_id: Option<String>,
    /// Whether the root has departments below it.
    pub has_children: Option<bool>,
    /// The number of members.
    pub members_count: Option<i64>,
    /// The time of the creation (ISO 8601).
    pub created_at: Option<String>,
    /// The time of the last change (ISO 8601).
    pub updated_at: Option<String>,
    /// The custom data, if requested.
    pub custom_data: Option<CustomData>,
}

/// A department of an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Department {
    /// The organisation's code.
    pub organization_code: Option<String>,
    /// The id.
    pub department_id: String,
    /// The department above.
    pub parent_department_id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The code.
    pub code: Option<String>,
    /// The id at another system's open platform.
    pub open_department_id: Option<String>,
    /// Whether the department has departments below it.
    pub has_children: Option<bool>,
    /// Whether the department is virtual and has no members of its own.
    pub is_virtual_node: Option<bool>,
    /// The number of members.
    pub members_count: Option<i64>,
    /// The custom data, if requested.
    pub custom_data: Option<CustomData>,
}

/// A department that a user is a member of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct UserDepartment {
    /// The organisation's code.
    pub organization_code: Option<String>,
    /// The id.
    pub department_id: String,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The code.
    pub code: Option<String>,
    /// Whether the user leads the department.
    pub is_leader: Option<bool>,
    /// Whether the department is the user's main department.
    pub is_main_department: Option<bool>,
    /// The time at which the user joined (ISO 8601).
    pub joined_at: Option<String>,
    /// The custom data, if requested.
    pub custom_data: Option<CustomData>,
}
