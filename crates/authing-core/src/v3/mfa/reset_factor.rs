//! Removes a second factor.
//!
//! Wire: `POST {host}/api/v3/reset-factor`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Removes a second factor.
    pub struct ResetFactor {
        /// The factor.
        factor_id: String = "factorId";
    }
}

impl ResetFactor {
    /// The request, with nothing that may be left out.
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
