//! Changes a user.
//!
//! Wire: `POST {host}/api/v3/update-user`

use crate::principal::needs;
use crate::v3::types::{CustomData, User, UserIdentifier, user_fields};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{AppId, Method, Operation, Phone, Service};

fields! {
    /// Changes a user.
    pub struct UpdateUser {
        /// The user.
        user: UserIdentifier = "userId";
        /// What is changed.
        change: UserChange = "change";
        /// How it is changed.
        options: UpdateUserOptions = "options";
    }
}

user_fields! {
    /// What is changed of a user. `None` leaves a field as it is; an empty text clears it.
    pub struct UserChange {
        /// The data of a data object.
        metadata: Option<CustomData> = "metadata";
    }
}

fields! {
    /// What a user is told of a new password.
    #[derive(Default)]
    pub struct PasswordResetNotification {
        /// Whether a mail is sent to the user's address.
        send_default_email_notification: Option<bool> = "sendDefaultEmailNotification";
        /// Whether an SMS is sent to the user's number.
        send_default_phone_notification: Option<bool> = "sendDefaultPhoneNotification";
        /// Another address for a mail.
        input_send_email_notification: Option<String> = "inputSendEmailNotification";
        /// Another number for an SMS.
        input_send_phone_notification: Option<Phone> = "inputSendPhoneNotification";
        /// The application that the message is about.
        app: Option<AppId> = "appId";
    }
}

fields! {
    /// How a user is changed.
    #[derive(Default)]
    pub struct UpdateUserOptions {
        /// Whether the user has to reset the password at the first login.
        reset_password_on_first_login: Option<bool> = "resetPasswordOnFirstLogin";
        /// Whether the user has to reset the password at the next login.
        reset_password_on_next_login: Option<bool> = "resetPasswordOnNextLogin";
        /// Whether the service makes a password.
        auto_generate_password: Option<bool> = "autoGeneratePassword";
        /// What the user is told of the new password.
        send_password_reset_notification: Option<PasswordResetNotification> = "sendPasswordResetedNotification";
    }
}

impl UpdateUser {
    /// The request, without options.
    pub fn new(user: impl Into<UserIdentifier>, change: impl Into<UserChange>) -> Self {
        Self { user: user.into(), change: change.into(), options: UpdateUserOptions::default() }
    }
}

impl Operation for UpdateUser {
    type Needs = needs::Administrator;
    type Response = User;

    const NAME: &'static str = "updateUser";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/update-user", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.user.insert_value(to);
        self.change.insert_fields(to);
        to.insert_object("options", |options| {
            self.user.insert_kind(options);
            self.options.insert_fields(options);
            if self.change.password.is_some() {
                options.insert_password_encrypt_type();
            }
        });
    }
}
