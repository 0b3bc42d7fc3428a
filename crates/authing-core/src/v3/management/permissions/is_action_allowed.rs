//! Whether a user is permitted an action.
//!
//! Wire: `POST {host}/api/v3/is-action-allowed`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields};
use crate::{Method, Operation, Service, UserId};

fields! {
    /// Checks whether a user is permitted an action on a resource.
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

/// Whether a user is permitted an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ActionAllowed {
    /// Whether the action is allowed.
    pub allowed: bool,
}

impl IsActionAllowed {
    /// Creates the request from its required arguments.
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
