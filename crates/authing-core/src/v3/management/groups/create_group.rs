//! Creates a group.
//!
//! Wire: `POST {host}/api/v3/create-group`

use crate::principal::needs;
use crate::v3::types::{CustomData, Group};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Creates a group.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if the code is in use.
    pub struct CreateGroup {
        /// The kind: `static` or `dynamic`.
        kind: String = "type";
        /// The code of the group.
        code: String = "code";
        /// The name to show.
        name: String = "name";
        /// The description.
        description: String = "description";
        /// The custom data.
        custom_data: Option<CustomData> = "customData";
    }
}

impl CreateGroup {
    /// Creates the request from its required arguments.
    pub fn new(
        kind: impl Into<String>,
        code: impl Into<String>,
        name: impl Into<String>,
        description: impl Into<String>,
    ) -> Self {
        Self {
            kind: kind.into(),
            code: code.into(),
            name: name.into(),
            description: description.into(),
            custom_data: None,
        }
    }
}

impl Operation for CreateGroup {
    type Needs = needs::Administrator;
    type Response = Group;

    const NAME: &'static str = "createGroup";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/create-group", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
