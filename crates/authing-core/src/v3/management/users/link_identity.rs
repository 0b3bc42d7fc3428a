//! Links an identity at a third party to a user.
//!
//! Wire: `POST {host}/api/v3/link-identity`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, PersonalData, Service, UserId};

fields! {
    /// Links an identity at a third party to a user.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such
    ///   user.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if another user has the
    ///   identity.
    pub struct LinkIdentity {
        /// The id at the third party.
        user_id_in_idp: PersonalData = "userIdInIdp";
        /// The user.
        user: UserId = "userId";
        /// The identity source.
        ext_idp_id: String = "extIdpId";
        /// The kind of id, such as `openid`.
        kind: Option<String> = "type";
        /// Whether the identity source is social.
        is_social: Option<bool> = "isSocial";
    }
}

impl LinkIdentity {
    /// Creates the request from its required arguments.
    pub fn new(
        user_id_in_idp: impl Into<PersonalData>,
        user: impl Into<UserId>,
        ext_idp_id: impl Into<String>,
    ) -> Self {
        Self {
            user_id_in_idp: user_id_in_idp.into(),
            user: user.into(),
            ext_idp_id: ext_idp_id.into(),
            kind: None,
            is_social: None,
        }
    }
}

impl Operation for LinkIdentity {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "linkIdentity";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/link-identity", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
