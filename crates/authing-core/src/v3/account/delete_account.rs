//! The second step of the deletion of an account.
//!
//! Wire: `POST {host}/api/v3/delete-account`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service, Token};

fields! {
    /// Deletes the account permanently, with the token of [`VerifyDeleteAccountRequest`](super::VerifyDeleteAccountRequest).
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_BAD_REQUEST`](crate::ErrorCode::V3_BAD_REQUEST) if the token was
    ///   used or has expired.
    pub struct DeleteAccount {
        /// The token of the first step.
        delete_account_token: Token = "deleteAccountToken";
    }
}

impl DeleteAccount {
    /// Creates the request from its required arguments.
    pub fn new(delete_account_token: impl Into<Token>) -> Self {
        Self { delete_account_token: delete_account_token.into() }
    }
}

impl Operation for DeleteAccount {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "deleteAccount";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/delete-account",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
