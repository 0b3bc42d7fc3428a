//! The users who have a role.
//!
//! Wire: `GET {host}/api/v3/list-role-members`

use crate::client::paged;
use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the users who have a role, a page at a time.
    pub struct ListRoleMembers {
        /// The code of the role.
        code: String = "code";
        /// The page, of 50 entries at most.
        page: Page = "page";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the response has the identities.
        with_identities: Option<bool> = "withIdentities";
        /// Whether the response has the ids of the departments.
        with_department_ids: Option<bool> = "withDepartmentIds";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
    }
}

impl ListRoleMembers {
    /// Creates the request from its required arguments.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            page: Page::default(),
            with_custom_data: None,
            with_identities: None,
            with_department_ids: None,
            namespace: None,
        }
    }
}

impl Operation for ListRoleMembers {
    type Needs = needs::Administrator;
    type Response = List<User>;

    const NAME: &'static str = "listRoleMembers";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/list-role-members", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

paged!(ListRoleMembers: User, |user| user.user_id.as_str());
