//! A code by SMS.
//!
//! Wire: `POST {host}/api/v3/send-sms`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields, texts};
use crate::{Method, Operation, Phone, Service};

fields! {
    /// Sends a code by SMS.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_THROTTLED`](crate::ErrorCode::V3_THROTTLED) if a code was sent a
    ///   moment ago.
    pub struct SendSms {
        /// The purpose of the code.
        channel: SmsChannel = "channel";
        /// The phone number.
        phone: Phone = "phoneNumber";
        /// The country code, such as `+86`.
        phone_country_code: Option<String> = "phoneCountryCode";
    }
}

texts! {
    /// The purpose of a code by SMS.
    pub enum SmsChannel {
        /// A login.
        Login = "CHANNEL_LOGIN",
        /// A registration.
        Register = "CHANNEL_REGISTER",
        /// A new password.
        ResetPassword = "CHANNEL_RESET_PASSWORD",
        /// Binding a phone number.
        BindPhone = "CHANNEL_BIND_PHONE",
        /// Unbinding a phone number.
        UnbindPhone = "CHANNEL_UNBIND_PHONE",
        /// Enrolling a second factor.
        BindMfa = "CHANNEL_BIND_MFA",
        /// Passing a second factor.
        VerifyMfa = "CHANNEL_VERIFY_MFA",
        /// Removing a second factor.
        UnbindMfa = "CHANNEL_UNBIND_MFA",
        /// Completing the profile with a phone number.
        CompletePhone = "CHANNEL_COMPLETE_PHONE",
        /// Proof of identity.
        IdentityVerification = "CHANNEL_IDENTITY_VERIFICATION",
        /// Deleting the account.
        DeleteAccount = "CHANNEL_DELETE_ACCOUNT",
    }
}

impl SendSms {
    /// Creates the request from its required arguments.
    pub fn new(channel: impl Into<SmsChannel>, phone: impl Into<Phone>) -> Self {
        Self { channel: channel.into(), phone: phone.into(), phone_country_code: None }
    }
}

impl Operation for SendSms {
    type Needs = needs::AnyApplication;
    type Response = ();

    const NAME: &'static str = "sendSms";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/send-sms", Encoding::Json, Envelope::V3Status);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
