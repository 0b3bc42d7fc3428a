//! The members of a department.
//!
//! Wire: `GET {host}/api/v3/list-department-members`

use crate::client::paged;
use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::{DepartmentIdType, User};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the members of a department, a page at a time.
    pub struct ListDepartmentMembers {
        /// The code of the organisation.
        organization: String = "organizationCode";
        /// The id of the department. `root` stands for the root of the organisation.
        department: String = "departmentId";
        /// The kind of the department's id.
        department_id_type: Option<DepartmentIdType> = "departmentIdType";
        /// The field that orders the list: `CreatedAt` or `JoinDepartmentAt`.
        sort_by: Option<String> = "sortBy";
        /// `Asc` or `Desc`.
        order_by: Option<String> = "orderBy";
        /// Whether the members of the departments below are included.
        include_children_departments: Option<bool> = "includeChildrenDepartments";
        /// The page, of 50 entries at most.
        page: Page = "page";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the response has the identities.
        with_identities: Option<bool> = "withIdentities";
        /// Whether the response has the ids of the departments.
        with_department_ids: Option<bool> = "withDepartmentIds";
        /// The tenant.
        tenant_id: Option<String> = "tenantId";
    }
}

impl ListDepartmentMembers {
    /// Creates the request from its required arguments.
    pub fn new(organization: impl Into<String>, department: impl Into<String>) -> Self {
        Self {
            organization: organization.into(),
            department: department.into(),
            department_id_type: None,
            sort_by: None,
            order_by: None,
            include_children_departments: None,
            page: Page::default(),
            with_custom_data: None,
            with_identities: None,
            with_department_ids: None,
            tenant_id: None,
        }
    }
}

impl Operation for ListDepartmentMembers {
    type Needs = needs::Administrator;
    type Response = List<User>;

    const NAME: &'static str = "listDepartmentMembers";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Get,
        "/api/v3/list-department-members",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

paged!(ListDepartmentMembers: User, |user| user.user_id.as_str());
