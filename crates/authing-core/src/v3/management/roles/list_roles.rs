//! The roles.
//!
//! Wire: `GET {host}/api/v3/list-roles`

use crate::client::paged;
use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::Role;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the roles, a page at a time.
    #[derive(Default)]
    pub struct ListRoles {
        /// The page, of 50 entries at most.
        page: Page = "page";
        /// The words to search for.
        keywords: Option<String> = "keywords";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
    }
}

impl Operation for ListRoles {
    type Needs = needs::Administrator;
    type Response = List<Role>;

    const NAME: &'static str = "listRoles";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/list-roles", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

paged!(ListRoles: Role, |role| &role.code);
