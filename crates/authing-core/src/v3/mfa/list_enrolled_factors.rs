//! The second factors that are enrolled.
//!
//! Wire: `GET {host}/api/v3/list-enrolled-factors`

use crate::principal::needs;
use crate::v3::types::Factor;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Lists the second factors that the user has enrolled.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListEnrolledFactors;

impl Operation for ListEnrolledFactors {
    type Needs = needs::ApplicationUser;
    type Response = Vec<Factor>;

    const NAME: &'static str = "listEnrolledFactors";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Get,
        "/api/v3/list-enrolled-factors",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}
