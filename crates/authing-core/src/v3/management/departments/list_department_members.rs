//! The members of a department.
//!
//! Wire: `GET {host}/api/v3/list-department-members`

use crate::client::Paged;
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
        /// The department; `root` is the root.
        department: String = "departmentId";
        /// How the department is named.
        department_id_type: Option<DepartmentIdType> = "departmentIdType";
        /// The field that orders the list: `CreatedAt` or `JoinDepartmentAt`.
        sort_by: Option<String> = "sortBy";
        /// `Asc` or `Desc`.
        order_by: Option<String> = "orderBy";
        /// Whether the departments below count too.
        include_children_departments: Option<bool> = "includeChildrenDepartments";
        /// The page, of 50 entries at most.
        page: Page = "page";
        /// Whether the custom data come too.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the identities come too.
        with_identities: Option<bool> = "withIdentities";
        /// Whether the ids of the departments come too.
        with_department_ids: Option<bool> = "withDepartmentIds";
        /// The tenant.
        tenant_id: Option<String> = "tenantId";
    }
}

impl ListDepartmentMembers {
    /// The request, with nothing that may be left out.
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

impl Paged for ListDepartmentMembers {
    type Item = User;

    fn set_page(&mut self, page: Page) {
        self.page = page;
    }

    fn id(item: &User) -> &str {
        item.user_id.as_str()
    }
}
