//! Changes a user.
//!
//! Wire: `POST {host}/api/v3/update-user`

use crate::principal::needs;
use crate::v3::types::{CustomData, User, UserIdentifier, user_fields};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{AppId, Method, Operation, Phone, Service};

fields! {
    /// Changes a user.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such
    ///   user.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if the email address or
    ///   phone number is in use.
    pub struct UpdateUser {
        /// The user.
        user: UserIdentifier = "userId";
        /// The change.
        change: UserChange = "change";
        /// The options of the change.
        options: UpdateUserOptions = "options";
    }
}

user_fields! {
    /// A change of a user. `None` leaves a field unchanged; an empty text clears it.
    pub struct UserChange {
        /// The data of a data object.
        metadata: Option<CustomData> = "metadata";
    }
}

fields! {
    /// The notification of a user about a new password.
    #[derive(Default)]
    pub struct PasswordResetNotification {
        /// Whether a mail is sent to the user's email address.
        send_default_email_notification: Option<bool> = "sendDefaultEmailNotification";
        /// Whether an SMS is sent to the user's number.
        send_default_phone_notification: Option<bool> = "sendDefaultPhoneNotification";
        /// Another email address for the notification.
        input_send_email_notification: Option<String> = "inputSendEmailNotification";
        /// Another phone number for the notification.
        input_send_phone_notification: Option<Phone> = "inputSendPhoneNotification";
        /// The application that the message names.
        app: Option<AppId> = "appId";
    }
}

fields! {
    /// The options of a change of a user.
    #[derive(Default)]
    pub struct UpdateUserOptions {
        /// Whether the user has to reset the password at the first login.
        reset_password_on_first_login: Option<bool> = "resetPasswordOnFirstLogin";
        /// Whether the user has to reset the password at the next login.
        reset_password_on_next_login: Option<bool> = "resetPasswordOnNextLogin";
        /// Whether the service generates a password.
        auto_generate_password: Option<bool> = "autoGeneratePassword";
        /// The notification of the user about the new password.
        send_password_reset_notification: Option<PasswordResetNotification> = "sendPasswordResetedNotification";
    }
}

impl UpdateUser {
    /// Creates the request without options.
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
