//! The identities at third parties of the user who is logged in.
//!
//! Wire: `GET {host}/api/v3/get-identities`

use crate::principal::needs;
use crate::v3::types::Identity;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Lists the user's own identities at third parties.
#[derive(Clone, Copy, Debug, Default)]
pub struct GetIdentities;

impl Operation for GetIdentities {
    type Needs = needs::ApplicationUser;
    type Response = Vec<Identity>;

    const NAME: &'static str = "getIdentities";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Get, "/api/v3/get-identities", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}
