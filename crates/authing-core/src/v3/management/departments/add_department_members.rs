//! Adds users to a department.
//!
//! Wire: `POST {host}/api/v3/add-department-members`

use crate::principal::needs;
use crate::v3::management::batched;
use crate::v3::types::DepartmentIdType;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service, UserId};

fields! {
    /// Adds users to a department.
    pub struct AddDepartmentMembers {
        /// The users.
        users: Vec<UserId> = "userIds";
        /// The code of the organisation.
        organization: String = "organizationCode";
        /// The department; `root` is the root.
        department: String = "departmentId";
        /// How the department is named.
        department_id_type: Option<DepartmentIdType> = "departmentIdType";
        /// The tenant.
        tenant_id: Option<String> = "tenantId";
    }
}

impl AddDepartmentMembers {
    /// The request, with nothing that may be left out.
    pub fn new(
        users: impl IntoIterator<Item = impl Into<UserId>>,
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

impl Operation for AddDepartmentMembers {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "addDepartmentMembers";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Post,
        "/api/v3/add-department-members",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

batched!(AddDepartmentMembers, users);
