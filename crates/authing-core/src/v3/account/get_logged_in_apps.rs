//! The applications that the user is logged in to.
//!
//! Wire: `GET {host}/api/v3/get-my-logged-in-apps`

use crate::principal::needs;
use crate::v3::types::LoggedInApp;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Lists the applications that the user is logged in to.
#[derive(Clone, Copy, Debug, Default)]
pub struct GetLoggedInApps;

impl Operation for GetLoggedInApps {
    type Needs = needs::ApplicationUser;
    type Response = Vec<LoggedInApp>;

    const NAME: &'static str = "getLoggedInApps";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Get,
        "/api/v3/get-my-logged-in-apps",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}
