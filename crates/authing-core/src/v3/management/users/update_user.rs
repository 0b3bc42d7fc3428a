//! Changes a user.
//!
//! Wire: `POST {host}/api/v3/update-user`

use crate::principal::needs;
use crate::v3::types::{CustomData, Gender, User, UserIdentifier, UserStatus};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{AppId, Method, Operation, Password, PersonalData, Phone, Service};

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

fields! {
    /// What is changed of a user. `None` leaves a field as it is; an empty text clears it.
    #[derive(Default)]
    pub struct UserChange {
        /// Whether the user may log in.
        status: Option<UserStatus> = "status";
        /// The email address.
        email: Option<String> = "email";
        /// The phone number.
        phone: Option<Phone> = "phone";
        /// The name for logins.
        username: Option<String> = "username";
        /// The password.
        password: Option<Password> = "password";
        /// The country code of the phone number, such as `+86`.
        phone_country_code: Option<String> = "phoneCountryCode";
        /// The id in another system.
        external_id: Option<String> = "externalId";
        /// The full name.
        name: Option<String> = "name";
        /// The name to show.
        nickname: Option<String> = "nickname";
        /// The URL of the photo.
        photo: Option<String> = "photo";
        /// The gender.
        gender: Option<Gender> = "gender";
        /// Whether the email address counts as verified.
        email_verified: Option<bool> = "emailVerified";
        /// Whether the phone number counts as verified.
        phone_verified: Option<bool> = "phoneVerified";
        /// The date of birth.
        birthdate: Option<String> = "birthdate";
        /// The country.
        country: Option<String> = "country";
        /// The province.
        province: Option<String> = "province";
        /// The city.
        city: Option<String> = "city";
        /// The address.
        address: Option<String> = "address";
        /// The street.
        street_address: Option<String> = "streetAddress";
        /// The postal code.
        postal_code: Option<String> = "postalCode";
        /// The company.
        company: Option<String> = "company";
        /// The browser.
        browser: Option<String> = "browser";
        /// The device.
        device: Option<String> = "device";
        /// The given name.
        given_name: Option<String> = "givenName";
        /// The family name.
        family_name: Option<String> = "familyName";
        /// The middle name.
        middle_name: Option<String> = "middleName";
        /// The URL of a profile page.
        profile: Option<String> = "profile";
        /// The name to be called by.
        preferred_username: Option<String> = "preferredUsername";
        /// The website.
        website: Option<String> = "website";
        /// The time zone.
        zoneinfo: Option<String> = "zoneinfo";
        /// The language.
        locale: Option<String> = "locale";
        /// The address as it is written on a letter.
        formatted: Option<String> = "formatted";
        /// The region.
        region: Option<String> = "region";
        /// The number of an identity card.
        identity_number: Option<PersonalData> = "identityNumber";
        /// The custom data.
        custom_data: Option<CustomData> = "customData";
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
