//! Removes a second factor.
//!
//! Wire: `POST {host}/api/v3/reset-factor`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Removes a second factor.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_NOT_FOUND`](crate::ErrorCode::V3_NOT_FOUND) if the user has no such
    ///   factor.
    pub struct ResetFactor {
        /// The id of the factor.
        factor_id: String = "factorId";
    }
}

impl ResetFactor {
    /// Creates the request from its required arguments.
    pub fn new(factor_id: impl Into<String>) -> Self {
        Self { factor_id: factor_id.into() }
    }
}

impl Operation for ResetFactor {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "resetFactor";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/reset-factor", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
