//! The first step of the deletion of an account.
//!
//! Wire: `POST {host}/api/v3/verify-delete-account-request`

use super::PassCode;
use super::proof_token::proof_token;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field, Fields as _, fields};
use crate::{Method, Operation, Password, Service};

fields! {
    /// Begins the deletion of the account that is logged in: the token for [`DeleteAccount`](super::DeleteAccount).
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code
    ///   is wrong.
    /// * [`Error::Service`](crate::Error::Service) with [`WRONG_PASSWORD`](crate::ErrorCode::WRONG_PASSWORD) if the password is
    ///   wrong.
    pub struct VerifyDeleteAccountRequest {
        /// The proof that the user is the owner of the account.
        proof: DeleteAccountProof = "proof";
    }
}

/// The proof that the user is the owner of the account.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DeleteAccountProof {
    /// The code that was sent for it.
    PassCode(PassCode),
    /// The password.
    Password(Password),
}

impl Field for DeleteAccountProof {
    /// Writes `verifyMethod` and the payload that it needs, regardless of the field's name.
    fn insert_into<'a>(&'a self, name: &'static str, to: &mut Arguments<'a>) {
        match self {
            Self::PassCode(pass_code) => pass_code.insert_into(name, to),
            Self::Password(password) => {
                to.insert("verifyMethod", "PASSWORD");
                to.insert_object("passwordPayload", |payload| {
                    password.insert_into("password", payload);
                    payload.insert_password_encrypt_type();
                });
            }
        }
    }
}

proof_token! {
    /// The token for the deletion.
    DeleteAccountToken { delete_account_token = "deleteAccountToken" }
}

impl VerifyDeleteAccountRequest {
    /// Creates the request from its required arguments.
    pub fn new(proof: impl Into<DeleteAccountProof>) -> Self {
        Self { proof: proof.into() }
    }
}

impl Operation for VerifyDeleteAccountRequest {
    type Needs = needs::ApplicationUser;
    type Response = DeleteAccountToken;

    const NAME: &'static str = "verifyDeleteAccountRequest";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/verify-delete-account-request",
        Encoding::Json,
        Envelope::V3,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
