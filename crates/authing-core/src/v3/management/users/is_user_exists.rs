//! Whether a user exists.
//!
//! Wire: `POST {host}/api/v3/is-user-exists`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields};
use crate::{Method, Operation, Phone, Service};

fields! {
    /// Checks whether a user exists with a username, an email address, a phone number or an external id. Set one of them.
    #[derive(Default)]
    pub struct IsUserExists {
        /// The name for logins.
        username: Option<String> = "username";
        /// The email address.
        email: Option<String> = "email";
        /// The phone number.
        phone: Option<Phone> = "phone";
        /// The id in another system.
        external_id: Option<String> = "externalId";
    }
}

/// Whether a user exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct UserExistence {
    /// Whether the user exists.
    pub exists: bool,
}

impl Operation for IsUserExists {
    type Needs = needs::Administrator;
    type Response = UserExistence;

    const NAME: &'static str = "isUserExists";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/is-user-exists", Encoding::Json, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for UserExistence {
    const SHAPE: Shape = Shape::Object(&["exists"]);
}
