//! One second factor.
//!
//! Wire: `GET {host}/api/v3/get-factor`

use crate::principal::needs;
use crate::v3::types::Factor;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Reads one second factor.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_NOT_FOUND`](crate::ErrorCode::V3_NOT_FOUND) if the user has no such
    ///   factor.
    pub struct GetFactor {
        /// The id of the factor.
        factor_id: String = "factorId";
    }
}

impl GetFactor {
    /// Creates the request from its required arguments.
    pub fn new(factor_id: impl Into<String>) -> Self {
        Self { factor_id: factor_id.into() }
    }
}

impl Operation for GetFactor {
    type Needs = needs::ApplicationUser;
    type Response = Factor;

    const NAME: &'static str = "getFactor";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Get, "/api/v3/get-factor", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
