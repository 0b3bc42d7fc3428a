//! The logins of the user who is logged in.
//!
//! Wire: `GET {host}/api/v3/get-my-login-history`

use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::LoginRecord;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{AppId, Method, Operation, Service};

fields! {
    /// Lists the user's own logins, a page at a time.
    #[derive(Default)]
    pub struct GetMyLoginHistory {
        /// The application.
        app: Option<AppId> = "appId";
        /// The IP address of the logins.
        client_ip: Option<String> = "clientIp";
        /// Whether the logins succeeded.
        success: Option<bool> = "success";
        /// The earliest time, in milliseconds since 1970.
        start: Option<i64> = "start";
        /// The latest time, in milliseconds since 1970.
        end: Option<i64> = "end";
        /// The page, of 50 entries at most.
        page: Page = "page";
    }
}

impl Operation for GetMyLoginHistory {
    type Needs = needs::ApplicationUser;
    type Response = List<LoginRecord>;

    const NAME: &'static str = "getLoginHistory";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Get,
        "/api/v3/get-my-login-history",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
