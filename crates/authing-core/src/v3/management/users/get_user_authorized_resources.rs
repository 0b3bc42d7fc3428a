//! The resources that a user is authorized for.
//!
//! Wire: `GET {host}/api/v3/get-user-authorized-resources`

use crate::principal::needs;
use crate::types::List;
use crate::v3::types::{AuthorizedResource, ResourceType, UserIdentifier};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the resources that a user is authorized for.
    pub struct GetUserAuthorizedResources {
        /// The user.
        user: UserIdentifier = "userId";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
        /// The kind of resource.
        resource_type: Option<ResourceType> = "resourceType";
    }
}

impl GetUserAuthorizedResources {
    /// Creates the request from its required arguments.
    pub fn new(user: impl Into<UserIdentifier>) -> Self {
        Self { user: user.into(), namespace: None, resource_type: None }
    }
}

impl Operation for GetUserAuthorizedResources {
    type Needs = needs::Administrator;
    type Response = List<AuthorizedResource>;

    const NAME: &'static str = "getUserAuthorizedResources";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Get,
        "/api/v3/get-user-authorized-resources",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
