//! The users of the pool, page by page.
//!
//! Wire: `POST {host}/api/v3/list-users`

use serde_json::Value;

use crate::client::paged;
use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, Fields as _, fields};
use crate::{Method, Operation, Service};

/// Lists the users of the pool, a page of 50 at most at a time.
///
/// ```
/// # fn example(client: &authing_core::ManagementClient) -> Result<(), authing_core::Error> {
/// use authing_core::v3::management::ListUsers;
///
/// for user in client.all(ListUsers::default()) {
///     println!("{}", user?.user_id);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct ListUsers {
    /// The words to search for.
    pub keywords: Option<String>,
    /// Conditions on fields, all of which must hold.
    pub advanced_filter: Option<Vec<UserFilter>>,
    /// A query in the service's own language.
    pub search_query: Option<Value>,
    /// The page.
    pub page: Page,
    /// The other options of the list.
    pub options: ListUsersOptions,
}

fields! {
    /// A condition on a field of users.
    pub struct UserFilter {
        /// The field.
        field: String = "field";
        /// The comparison, such as `EQUAL` or `CONTAINS`.
        operator: String = "operator";
        /// The value.
        value: Option<Value> = "value";
    }
}

fields! {
    /// An order of a list.
    pub struct Sort {
        /// The field.
        field: String = "field";
        /// `asc` or `desc`.
        order: String = "order";
    }
}

fields! {
    /// The options of a list of users.
    #[derive(Default)]
    pub struct ListUsersOptions {
        /// The order.
        sort: Option<Vec<Sort>> = "sort";
        /// The fields in which the words are searched for.
        fuzzy_search_on: Option<Vec<String>> = "fuzzySearchOn";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the response has the users' posts.
        with_post: Option<bool> = "withPost";
        /// Whether the response has the users' identities.
        with_identities: Option<bool> = "withIdentities";
        /// Whether the response has the ids of the users' departments.
        with_department_ids: Option<bool> = "withDepartmentIds";
        /// Whether the custom data are top-level fields of the user, in `other_fields`.
        flat_custom_data: Option<bool> = "flatCustomData";
    }
}

impl Operation for ListUsers {
    type Needs = needs::Administrator;
    type Response = List<User>;

    const NAME: &'static str = "listUsers";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/list-users", Encoding::Json, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.keywords.insert_into("keywords", to);
        self.advanced_filter.insert_into("advancedFilter", to);
        self.search_query.insert_into("searchQuery", to);
        to.insert_object("options", |options| {
            options.insert_object("pagination", |page| self.page.insert_into("page", page));
            self.options.insert_fields(options);
        });
    }
}

paged!(ListUsers: User, |user| user.user_id.as_str());
