//! The resources that the user who is logged in is authorized for.
//!
//! Wire: `GET {host}/api/v3/get-my-authorized-resources`

use crate::principal::needs;
use crate::types::List;
use crate::v3::types::{AuthorizedResource, ResourceType};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the resources that the user is authorized for.
    #[derive(Default)]
    pub struct GetMyAuthorizedResources {
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
        /// The kind of resource.
        resource_type: Option<ResourceType> = "resourceType";
    }
}

impl Operation for GetMyAuthorizedResources {
    type Needs = needs::ApplicationUser;
    type Response = List<AuthorizedResource>;

    const NAME: &'static str = "getAuthorizedResources";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Get,
        "/api/v3/get-my-authorized-resources",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
