//! Whether a user is logged in.
//!
//! Wire: `POST {host}/api/v3/check-session-status`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields};
use crate::{AppId, Method, Operation, Service, UserId};

fields! {
    /// Checks whether a user is logged in to an application.
    pub struct CheckSessionStatus {
        /// The application.
        app: AppId = "appId";
        /// The user.
        user: UserId = "userId";
    }
}

/// Whether a user is logged in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct SessionStatus {
    /// Whether the session is valid.
    pub active: bool,
}

impl CheckSessionStatus {
    /// Creates the request from its required arguments.
    pub fn new(app: impl Into<AppId>, user: impl Into<UserId>) -> Self {
        Self { app: app.into(), user: user.into() }
    }
}

impl Operation for CheckSessionStatus {
    type Needs = needs::Administrator;
    type Response = SessionStatus;

    const NAME: &'static str = "checkSessionStatus";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/check-session-status", Encoding::Json, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for SessionStatus {
    const SHAPE: Shape = Shape::Object(&["active"]);
}
