//! The arguments of the calls that add members to a department and remove them.

/// A request about users and a department.
macro_rules! department_members {
    ($(#[doc = $doc:literal])* $Name:ident) => {
        $crate::wire::fields! {
            $(#[doc = $doc])*
            pub struct $Name {
                /// The users.
                users: Vec<$crate::UserId> = "userIds";
                /// The code of the organisation.
                organization: String = "organizationCode";
                /// The id of the department. `root` stands for the root of the organisation.
                department: String = "departmentId";
                /// The kind of the department's id.
                department_id_type: Option<$crate::v3::types::DepartmentIdType> = "departmentIdType";
                /// The tenant.
                tenant_id: Option<String> = "tenantId";
            }
        }

        impl $Name {
            /// Creates the request from its required arguments.
            pub fn new(
                users: impl IntoIterator<Item = impl Into<$crate::UserId>>,
                organization: impl Into<String>,
                department: impl Into<String>,
            ) -> Self {
                Self {
                    users: users.into_iter().map(Into::into).collect(),
                    organization: organization.into(),
                    department: department.into(),
                    department_id_type: None,
                    tenant_id: None,
                }
            }
        }

        $crate::v3::management::batched!($Name, users);
    };
}
pub(super) use department_members;
