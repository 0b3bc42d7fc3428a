//! Adds users to a department.
//!
//! Wire: `POST {host}/api/v3/add-department-members`

use super::department_members::department_members;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _};
use crate::{Method, Operation, Service};

department_members! {
    /// Adds users to a department.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_NOT_FOUND`](crate::ErrorCode::V3_NOT_FOUND) if there is no such
    ///   department.
    /// * [`Error::Service`](crate::Error::Service) with [`USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such
    ///   user.
    AddDepartmentMembers
}

impl Operation for AddDepartmentMembers {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "addDepartmentMembers";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Post,
        "/api/v3/add-department-members",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
