//! The departments of the user who is logged in.
//!
//! Wire: `GET {host}/api/v3/get-my-department-list`

use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::UserDepartment;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the user's own departments, a page at a time.
    #[derive(Default)]
    pub struct GetMyDepartmentList {
        /// The page, of 50 entries at most.
        page: Page = "page";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// The field that orders the list.
        sort_by: Option<String> = "sortBy";
        /// `Asc` or `Desc`.
        order_by: Option<String> = "orderBy";
    }
}

impl Operation for GetMyDepartmentList {
    type Needs = needs::ApplicationUser;
    type Response = List<UserDepartment>;

    const NAME: &'static str = "getDepartmentList";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Get,
        "/api/v3/get-my-department-list",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
