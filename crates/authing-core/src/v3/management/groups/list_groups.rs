//! The groups.
//!
//! Wire: `GET {host}/api/v3/list-groups`

use crate::client::paged;
use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::Group;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the groups, a page at a time.
    #[derive(Default)]
    pub struct ListGroups {
        /// The words to search for.
        keywords: Option<String> = "keywords";
        /// The page, of 50 entries at most.
        page: Page = "page";
        /// Whether the response has the data of data objects.
        with_metadata: Option<bool> = "withMetadata";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the custom data are top-level fields of the group, in `other_fields`.
        flat_custom_data: Option<bool> = "flatCustomData";
    }
}

impl Operation for ListGroups {
    type Needs = needs::Administrator;
    type Response = List<Group>;

    const NAME: &'static str = "listGroups";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/list-groups", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

paged!(ListGroups: Group, |group| &group.code);
