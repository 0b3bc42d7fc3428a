//! Removes users from a department.
//!
//! Wire: `POST {host}/api/v3/remove-department-members`

use super::department_members::department_members;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _};
use crate::{Method, Operation, Service};

department_members! {
    /// Removes users from a department.
    RemoveDepartmentMembers
}

impl Operation for RemoveDepartmentMembers {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "removeDepartmentMembers";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Post,
        "/api/v3/remove-department-members",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
