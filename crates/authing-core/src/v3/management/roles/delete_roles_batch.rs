//! Deletes roles.
//!
//! Wire: `POST {host}/api/v3/delete-roles-batch`

use crate::principal::needs;
use crate::v3::management::batched;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Deletes roles.
    pub struct DeleteRolesBatch {
        /// The codes of the roles.
        codes: Vec<String> = "codeList";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
    }
}

impl DeleteRolesBatch {
    /// Creates the request from its required arguments.
    pub fn new(codes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { codes: codes.into_iter().map(Into::into).collect(), namespace: None }
    }
}

impl Operation for DeleteRolesBatch {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "deleteRolesBatch";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Post,
        "/api/v3/delete-roles-batch",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

batched!(DeleteRolesBatch, codes);
