//! Ends the sessions of a user.
//!
//! Wire: `POST {host}/api/v3/kick-users`

use crate::principal::needs;
use crate::v3::types::UserIdentifier;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, fields};
use crate::{AppId, Method, Operation, Service};

fields! {
    /// Ends the sessions of a user in applications: the user has to log in again.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such
    ///   user.
    pub struct KickUsers {
        /// The applications.
        apps: Vec<AppId> = "appIds";
        /// The user.
        user: UserIdentifier = "userId";
    }
}

impl KickUsers {
    /// Creates the request from its required arguments.
    pub fn new(apps: impl IntoIterator<Item = impl Into<AppId>>, user: impl Into<UserIdentifier>) -> Self {
        Self { apps: apps.into_iter().map(Into::into).collect(), user: user.into() }
    }
}

impl Operation for KickUsers {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "kickUsers";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/kick-users", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.apps.insert_into("appIds", to);
        self.user.insert_value(to);
        to.insert_object("options", |options| self.user.insert_kind(options));
    }
}
