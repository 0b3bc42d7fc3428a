use serde::Deserialize;

use super::CustomData;
use crate::secret::{AccessToken, PersonalData, Phone, RefreshToken};
use crate::wire::{ResponseShape, Shape, texts};
use crate::{AppId, UserId};

texts! {
    /// Whether a user may log in.
    pub enum UserStatus {
        /// The user may log in.
        Activated = "Activated",
        /// The user is suspended.
        Suspended = "Suspended",
        /// The account is not activated, or was deactivated.
        Deactivated = "Deactivated",
        /// The user has left.
        Resigned = "Resigned",
        /// The account is archived.
        Archived = "Archived",
    }
}

texts! {
    /// A user's gender.
    pub enum Gender {
        /// Male.
        Male = "M",
        /// Female.
        Female = "F",
        /// Unknown.
        Unknown = "U",
    }
}

/// A user of today's service. The id is always present, every other field may be absent.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct User {
    /// The id: 24 hexadecimal digits.
    pub user_id: UserId,
    /// The time of the user's creation (ISO 8601).
    pub created_at: Option<String>,
    /// The time of the user's last change (ISO 8601).
    pub updated_at: Option<String>,
    /// Whether the user may log in.
    pub status: Option<UserStatus>,
    /// Whether the user works for the organisation: `Active`, `Suspended` or `Closed`.
    pub work_status: Option<String>,
    /// The id in another system.
    pub external_id: Option<String>,
    /// The email address.
    pub email: Option<String>,
    /// Whether the email address was verified.
    pub email_verified: Option<bool>,
    /// The phone number.
    pub phone: Option<Phone>,
    /// The country code of the phone number, such as `+86`.
    pub phone_country_code: Option<String>,
    /// Whether the phone number was verified.
    pub phone_verified: Option<bool>,
    /// The name for logins.
    pub username: Option<String>,
    /// The full name.
    pub name: Option<String>,
    /// The name to show.
    pub nickname: Option<String>,
    /// The URL of the photo.
    pub photo: Option<String>,
    /// The number of logins.
    pub logins_count: Option<i64>,
    /// The time of the last login (ISO 8601).
    pub last_login: Option<String>,
    /// The IP address of the last login.
    pub last_ip: Option<String>,
    /// The gender.
    pub gender: Option<Gender>,
    /// The date of birth.
    pub birthdate: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The street.
    pub street_address: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The given name.
    pub given_name: Option<String>,
    /// The family name.
    pub family_name: Option<String>,
    /// The language.
    pub locale: Option<String>,
    /// The number of an identity card.
    pub identity_number: Option<PersonalData>,
    /// Whether the user has to reset the password at the next login.
    pub reset_password_on_next_login: Option<bool>,
    /// The ids of the user's departments, if requested.
    pub department_ids: Option<Vec<String>>,
    /// The user's identities at third parties, if requested.
    pub identities: Option<Vec<Identity>>,
    /// The custom data, if requested.
    pub custom_data: Option<CustomData>,
    /// The fields of the response that have no field here. If they are requested as top-level fields (`flat_custom_data`), the
    /// custom data are among them.
    #[serde(flatten)]
    pub other_fields: CustomData,
}

/// A user's identity at a third party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Identity {
    /// The id of the identity.
    pub identity_id: Option<String>,
    /// The identity source.
    pub ext_idp_id: Option<String>,
    /// The kind of identity source, such as `wechat`.
    pub provider: Option<String>,
    /// The kind of id, such as `openid` or `unionid`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The user's id at the third party.
    pub user_id_in_idp: Option<PersonalData>,
    /// The third party's access token.
    pub access_token: Option<AccessToken>,
    /// The third party's refresh token.
    pub refresh_token: Option<RefreshToken>,
    /// The connections of the identity source.
    pub origin_conn_ids: Option<Vec<String>>,
    /// The third party's claims about the user.
    pub user_info_in_idp: Option<CustomData>,
}

/// A login of a user.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct LoginRecord {
    /// The application.
    pub app_id: Option<AppId>,
    /// The application's name.
    pub app_name: Option<String>,
    /// The IP address of the login.
    pub client_ip: Option<String>,
    /// The header `user-agent` of the browser.
    pub user_agent: Option<String>,
    /// The time of the login (ISO 8601). The service calls it `loginAt` for the user and `time` for the administrator.
    #[serde(alias = "time")]
    pub login_at: Option<String>,
    /// Whether the login succeeded.
    pub success: Option<bool>,
    /// The reason why the login failed.
    pub error_message: Option<String>,
    /// The login method.
    pub login_method: Option<String>,
}

impl ResponseShape for User {
    const SHAPE: Shape = Shape::Object(&["userId"]);
}

impl ResponseShape for Identity {
    const SHAPE: Shape = Shape::Object(&[]);
}

impl ResponseShape for LoginRecord {
    const SHAPE: Shape = Shape::Object(&[]);
}
