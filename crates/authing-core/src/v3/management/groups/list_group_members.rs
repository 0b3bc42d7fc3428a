//! The users of a group.
//!
//! Wire: `GET {host}/api/v3/list-group-members`

use crate::client::paged;
use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the users of a group, a page at a time.
    pub struct ListGroupMembers {
        /// The code of the group.
        code: String = "code";
        /// The page, of 50 entries at most.
        page: Page = "page";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the response has the identities.
        with_identities: Option<bool> = "withIdentities";
        /// Whether the response has the ids of the departments.
        with_department_ids: Option<bool> = "withDepartmentIds";
        /// Whether the custom data are top-level fields of the user, in `other_fields`.
        flat_custom_data: Option<bool> = "flatCustomData";
    }
}

impl ListGroupMembers {
    /// Creates the request from its required arguments.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            page: Page::default(),
            with_custom_data: None,
            with_identities: None,
            with_department_ids: None,
            flat_custom_data: None,
        }
    }
}

impl Operation for ListGroupMembers {
    type Needs = needs::Administrator;
    type Response = List<User>;

    const NAME: &'static str = "listGroupMembers";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/list-group-members", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

paged!(ListGroupMembers: User, |user| user.user_id.as_str());
