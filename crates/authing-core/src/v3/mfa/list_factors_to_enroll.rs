//! The second factors that can be enrolled.
//!
//! Wire: `GET {host}/api/v3/list-factors-to-enroll`

use serde::Deserialize;

use crate::principal::needs;
use crate::v3::types::FactorType;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Lists the second factors that the user can enrol.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListFactorsToEnroll;

/// A second factor that can be enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FactorToEnroll {
    /// The kind.
    pub factor_type: FactorType,
}

impl Operation for ListFactorsToEnroll {
    type Needs = needs::ApplicationUser;
    type Response = Vec<FactorToEnroll>;

    const NAME: &'static str = "listFactorsToEnroll";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Get,
        "/api/v3/list-factors-to-enroll",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}
