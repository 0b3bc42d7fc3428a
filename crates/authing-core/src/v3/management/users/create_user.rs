//! Creates a user.
//!
//! Wire: `POST {host}/api/v3/create-user`

use crate::principal::needs;
use crate::v3::types::{CustomData, DepartmentIdType, User, user_fields};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{AccessToken, AppId, Method, Operation, PersonalData, RefreshToken, Secret, Service};

fields! {
    /// Creates a user.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`USER_EXISTS`](crate::ErrorCode::USER_EXISTS) if the username, email
    ///   address or phone number is in use.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_UNPROCESSABLE`](crate::ErrorCode::V3_UNPROCESSABLE) if the password
    ///   is too weak.
    pub struct CreateUser {
        /// The user.
        user: NewUser = "user";
        /// The options of the creation.
        options: CreateUserOptions = "options";
    }
}

user_fields! {
    /// A user to create. Give at least a name for logins, an email address or a phone number.
    ///
    /// ```
    /// use authing_core::v3::management::NewUser;
    ///
    /// let bob = NewUser {
    ///     username: Some("bob".to_owned()),
    ///     password: Some("correct horse".into()),
    ///     ..NewUser::default()
    /// };
    /// ```
    pub struct NewUser {
        /// The salt of a password that was hashed elsewhere.
        salt: Option<Secret> = "salt";
        /// The tenants.
        tenant_ids: Option<Vec<String>> = "tenantIds";
        /// The second factor, from another system.
        otp: Option<NewUserOtp> = "otp";
        /// The departments.
        department_ids: Option<Vec<String>> = "departmentIds";
        /// The data of a data object.
        metadata_source: Option<CustomData> = "metadataSource";
        /// The identities at third parties.
        identities: Option<Vec<NewIdentity>> = "identities";
    }
}

fields! {
    /// A second factor, from another system.
    pub struct NewUserOtp {
        /// The shared secret.
        secret: Secret = "secret";
        /// The recovery code.
        recovery_code: Option<Secret> = "recoveryCode";
    }
}

fields! {
    /// An identity at a third party, for a new user.
    pub struct NewIdentity {
        /// The identity source.
        ext_idp_id: String = "extIdpId";
        /// The kind of identity source, such as `wechat`.
        provider: String = "provider";
        /// The kind of id, such as `openid`.
        kind: String = "type";
        /// The user's id at the third party.
        user_id_in_idp: PersonalData = "userIdInIdp";
        /// The third party's claims about the user.
        user_info_in_idp: Option<CustomData> = "userInfoInIdp";
        /// The third party's access token.
        access_token: Option<AccessToken> = "accessToken";
        /// The third party's refresh token.
        refresh_token: Option<RefreshToken> = "refreshToken";
        /// The connections of the identity source.
        origin_conn_ids: Option<Vec<String>> = "originConnIds";
    }
}

fields! {
    /// The notification of a new user.
    #[derive(Default)]
    pub struct NewUserNotification {
        /// Whether a mail is sent.
        send_email_notification: Option<bool> = "sendEmailNotification";
        /// Whether an SMS is sent.
        send_phone_notification: Option<bool> = "sendPhoneNotification";
        /// The application that the message names.
        app: Option<AppId> = "appId";
    }
}

fields! {
    /// The options of a creation of users.
    #[derive(Default)]
    pub struct CreateUserOptions {
        /// Whether the password is a hash of another system. The service stores it unchanged.
        keep_password: Option<bool> = "keepPassword";
        /// Whether the service generates a password.
        auto_generate_password: Option<bool> = "autoGeneratePassword";
        /// Whether the user has to reset the password at the first login.
        reset_password_on_first_login: Option<bool> = "resetPasswordOnFirstLogin";
        /// The kind of the departments' ids.
        department_id_type: Option<DepartmentIdType> = "departmentIdType";
        /// The notification of the user.
        send_notification: Option<NewUserNotification> = "sendNotification";
    }
}

impl CreateUserOptions {
    /// Writes the options, and the encryption of passwords if there are any.
    pub(super) fn insert_into<'a>(&'a self, to: &mut Arguments<'a>, has_password: bool) {
        self.insert_fields(to);
        if has_password {
            to.insert_password_encrypt_type();
        }
    }
}

impl CreateUser {
    /// Creates the request without options.
    pub fn new(user: impl Into<NewUser>) -> Self {
        Self { user: user.into(), options: CreateUserOptions::default() }
    }
}

impl Operation for CreateUser {
    type Needs = needs::Administrator;
    type Response = User;

    const NAME: &'static str = "createUser";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/create-user", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.user.insert_fields(to);
        to.insert_object_unless_empty("options", |options| {
            self.options.insert_into(options, self.user.password.is_some());
        });
    }
}

impl NewIdentity {
    /// Creates an identity from its required fields.
    pub fn new(
        ext_idp_id: impl Into<String>,
        provider: impl Into<String>,
        kind: impl Into<String>,
        user_id_in_idp: impl Into<PersonalData>,
    ) -> Self {
        Self {
            ext_idp_id: ext_idp_id.into(),
            provider: provider.into(),
            kind: kind.into(),
            user_id_in_idp: user_id_in_idp.into(),
            user_info_in_idp: None,
            access_token: None,
            refresh_token: None,
            origin_conn_ids: None,
        }
    }
}
