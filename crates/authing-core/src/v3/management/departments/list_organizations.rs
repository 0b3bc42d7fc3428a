//! The organisations.
//!
//! Wire: `GET {host}/api/v3/list-organizations`

use crate::client::paged;
use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::Organization;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the organisations, a page at a time.
    #[derive(Default)]
    pub struct ListOrganizations {
        /// The page, of 50 entries at most.
        page: Page = "page";
        /// Whether the response has all entries, without pages.
        fetch_all: Option<bool> = "fetchAll";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the response has the posts.
        with_post: Option<bool> = "withPost";
        /// The tenant.
        tenant_id: Option<String> = "tenantId";
        /// Whether only enabled organisations are listed.
        status: Option<bool> = "status";
    }
}

impl Operation for ListOrganizations {
    type Needs = needs::Administrator;
    type Response = List<Organization>;

    const NAME: &'static str = "listOrganizations";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/list-organizations", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

paged!(ListOrganizations: Organization, |organization| &organization.organization_code);
