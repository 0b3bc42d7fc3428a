//! The groups of the user who is logged in.
//!
//! Wire: `GET {host}/api/v3/get-my-group-list`

use crate::principal::needs;
use crate::v3::types::Group;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Lists the user's own groups.
#[derive(Clone, Copy, Debug, Default)]
pub struct GetMyGroupList;

impl Operation for GetMyGroupList {
    type Needs = needs::ApplicationUser;
    type Response = Vec<Group>;

    const NAME: &'static str = "getGroupList";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Get, "/api/v3/get-my-group-list", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}
