//! One user.
//!
//! Wire: `GET {host}/api/v3/get-user`

use crate::principal::needs;
use crate::v3::types::{User, UserIdentifier};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Reads one user.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such
    ///   user.
    ///
    /// ```
    /// # fn example(client: &authing_core::ManagementClient) -> Result<(), authing_core::Error> {
    /// use authing_core::v3::management::GetUser;
    /// use authing_core::v3::types::UserIdentifier;
    ///
    /// let bob = UserIdentifier::Email("bob@example.com".to_owned());
    /// let user = client.call(GetUser { with_custom_data: Some(true), ..GetUser::new(bob) })?;
    /// # Ok(())
    /// # }
    /// ```
    pub struct GetUser {
        /// The user.
        user: UserIdentifier = "userId";
        /// Whether the custom data are top-level fields of the user, in `other_fields`.
        flat_custom_data: Option<bool> = "flatCustomData";
        /// Whether the response has the custom data.
        with_custom_data: Option<bool> = "withCustomData";
        /// Whether the response has the user's post.
        with_post: Option<bool> = "withPost";
        /// Whether the response has the user's identities.
        with_identities: Option<bool> = "withIdentities";
        /// Whether the response has the ids of the user's departments.
        with_department_ids: Option<bool> = "withDepartmentIds";
    }
}

impl GetUser {
    /// Creates the request for a user, with the user's own fields only.
    pub fn new(user: impl Into<UserIdentifier>) -> Self {
        Self {
            user: user.into(),
            flat_custom_data: None,
            with_custom_data: None,
            with_post: None,
            with_identities: None,
            with_department_ids: None,
        }
    }
}

impl Operation for GetUser {
    type Needs = needs::Administrator;
    type Response = User;

    const NAME: &'static str = "getUser";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/get-user", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
