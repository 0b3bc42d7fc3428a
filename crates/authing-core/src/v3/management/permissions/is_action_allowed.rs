//! Whether a user may do something.
//!
//! Wire: `POST {host}/api/v3/is-action-allowed`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields};
use crate::{Method, Operation, Service, UserId};

fields! {
    /// Asks whether a user may do something with a resource.
    pub struct IsActionAllowed {
        /// The user.
        user: UserId = "userId";
        /// The action, such as `read`.
        action: String = "action";
        /// The resource, such as `ecs:1`.
        resource: String = "resource";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
    }
}

/// Whether a user may do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ActionAllowed {
    /// Whether the user may.
    pub allowed: bool,
}

impl IsActionAllowed {
    /// The request, with nothing that may be left out.
    pub fn new(user: impl Into<UserId>, action: impl Into<String>, resource: impl Into<String>) -> Self {
        Self { user: user.into(), action: action.into(), resource: resource.into(), namespace: None }
    }
}

impl Operation for IsActionAllowed {
    type Needs = needs::Administrator;
    type Response = ActionAllowed;

    const NAME: &'static str = "isActionAllowed";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/is-action-allowed", Encoding::Json, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for ActionAllowed {
    const SHAPE: Shape = Shape::Object(&["allowed"]);
}
