//! A user's departments.
//!
//! Wire: `GET {host}/api/v3/get-user-departments`

use crate::client::paged;
use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::{UserDepartment, UserIdentifier};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the departments that a user is a member of.
    pub struct GetUserDepartments {
        /// The user.
        user: UserIdentifier = "userId";
        /// The page, of 50 entries at most.
        page: Page = "page";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the response has the departments above.
        with_department_paths: Option<bool> = "withDepartmentPaths";
        /// The field that orders the list: `DepartmentCreatedAt`, `JoinDepartmentAt`, `DepartmentName` or `DepartmemtCode`.
        sort_by: Option<String> = "sortBy";
        /// `Asc` or `Desc`.
        order_by: Option<String> = "orderBy";
    }
}

impl GetUserDepartments {
    /// Creates the request from its required arguments.
    pub fn new(user: impl Into<UserIdentifier>) -> Self {
        Self {
            user: user.into(),
            page: Page::default(),
            with_custom_data: None,
            with_department_paths: None,
            sort_by: None,
            order_by: None,
        }
    }
}

impl Operation for GetUserDepartments {
    type Needs = needs::Administrator;
    type Response = List<UserDepartment>;

    const NAME: &'static str = "getUserDepartments";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/get-user-departments", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

paged!(GetUserDepartments: UserDepartment, |department| &department.department_id);
