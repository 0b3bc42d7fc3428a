//! The roles of the user who is logged in.
//!
//! Wire: `GET {host}/api/v3/get-my-role-list`

use crate::principal::needs;
use crate::v3::types::Role;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Lists the user's own roles.
    #[derive(Default)]
    pub struct GetMyRoleList {
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
    }
}

impl Operation for GetMyRoleList {
    type Needs = needs::ApplicationUser;
    type Response = Vec<Role>;

    const NAME: &'static str = "getRoleList";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Get, "/api/v3/get-my-role-list", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
