//! A user's logins.
//!
//! Wire: `GET {host}/api/v3/get-user-login-history`

use crate::principal::needs;
use crate::types::{List, Page};
use crate::v3::types::{LoginRecord, UserIdentifier};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{AppId, Method, Operation, Service};

fields! {
    /// Lists a user's logins, a page at a time.
    pub struct GetUserLoginHistory {
        /// The user.
        user: UserIdentifier = "userId";
        /// The application.
        app: Option<AppId> = "appId";
        /// The IP address of the logins.
        client_ip: Option<String> = "clientIp";
        /// The earliest time, in milliseconds since 1970.
        start: Option<i64> = "start";
        /// The latest time, in milliseconds since 1970.
        end: Option<i64> = "end";
        /// The page, of 50 entries at most.
        page: Page = "page";
    }
}

impl GetUserLoginHistory {
    /// Creates the request from its required arguments.
    pub fn new(user: impl Into<UserIdentifier>) -> Self {
        Self { user: user.into(), app: None, client_ip: None, start: None, end: None, page: Page::default() }
    }
}

impl Operation for GetUserLoginHistory {
    type Needs = needs::Administrator;
    type Response = List<LoginRecord>;

    const NAME: &'static str = "getUserLoginHistory";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Get,
        "/api/v3/get-user-login-history",
        Encoding::Query,
        Envelope::V3,
    );
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
