//! The departments below a department.
//!
//! Wire: `GET {host}/api/v3/list-children-departments`

use crate::principal::needs;
use crate::types::List;
use crate::v3::types::{Department, DepartmentIdType};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the departments below a department.
    pub struct ListChildrenDepartments {
        /// The code of the organisation.
        organization: String = "organizationCode";
        /// The id of the department. `root` stands for the root of the organisation.
        department: String = "departmentId";
        /// The kind of the department's id.
        department_id_type: Option<DepartmentIdType> = "departmentIdType";
        /// Whether only enabled departments are listed.
        status: Option<bool> = "status";
        /// Whether virtual departments, which have no members of their own, are left out.
        exclude_virtual_node: Option<bool> = "excludeVirtualNode";
        /// Whether only virtual departments are listed.
        only_virtual_node: Option<bool> = "onlyVirtualNode";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// The tenant.
        tenant_id: Option<String> = "tenantId";
    }
}

impl ListChildrenDepartments {
    /// Creates the request from its required arguments.
    pub fn new(organization: impl Into<String>, department: impl Into<String>) -> Self {
        Self {
            organization: organization.into(),
            department: department.into(),
            department_id_type: None,
            status: None,
            exclude_virtual_node: None,
            only_virtual_node: None,
            with_custom_data: None,
            tenant_id: None,
        }
    }
}

impl Operation for ListChildrenDepartments {
    type Needs = needs::Administrator;
    type Response = List<Department>;

    const NAME: &'static str = "listChildrenDepartments";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Get,
        "/api/v3/list-children-departments",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
