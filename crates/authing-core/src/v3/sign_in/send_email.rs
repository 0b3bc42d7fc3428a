//! A code by mail.
//!
//! Wire: `POST {host}/api/v3/send-email`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields, texts};
use crate::{Method, Operation, Service};

fields! {
    /// Sends a code by mail.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_THROTTLED`](crate::ErrorCode::V3_THROTTLED) if a code was sent a
    ///   moment ago.
    pub struct SendEmail {
        /// The purpose of the code.
        channel: EmailChannel = "channel";
        /// The email address.
        email: String = "email";
    }
}

texts! {
    /// The purpose of a code by mail.
    pub enum EmailChannel {
        /// A login.
        Login = "CHANNEL_LOGIN",
        /// A registration.
        Register = "CHANNEL_REGISTER",
        /// A new password.
        ResetPassword = "CHANNEL_RESET_PASSWORD",
        /// Verifying an address with a link.
        VerifyEmailLink = "CHANNEL_VERIFY_EMAIL_LINK",
        /// Changing the address.
        UpdateEmail = "CHANNEL_UPDATE_EMAIL",
        /// Binding an address.
        BindEmail = "CHANNEL_BIND_EMAIL",
        /// Unbinding an address.
        UnbindEmail = "CHANNEL_UNBIND_EMAIL",
        /// Passing a second factor.
        VerifyMfa = "CHANNEL_VERIFY_MFA",
        /// Unlocking the account.
        UnlockAccount = "CHANNEL_UNLOCK_ACCOUNT",
        /// Completing the profile with an address.
        CompleteEmail = "CHANNEL_COMPLETE_EMAIL",
        /// Deleting the account.
        DeleteAccount = "CHANNEL_DELETE_ACCOUNT",
    }
}

impl SendEmail {
    /// Creates the request from its required arguments.
    pub fn new(channel: impl Into<EmailChannel>, email: impl Into<String>) -> Self {
        Self { channel: channel.into(), email: email.into() }
    }
}

impl Operation for SendEmail {
    type Needs = needs::AnyApplication;
    type Response = ();

    const NAME: &'static str = "sendEmail";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/send-email", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
