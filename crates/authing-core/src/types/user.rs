use serde::{Deserialize, Serialize};

use super::{List, Role};
use crate::wire::{ResponseShape, Shape};
use crate::{PersonalData, Phone, PoolId, Secret, Token, UserId};

/// A user (`User` and `ExtendUser` of the schema). A field that the operation does not select is `None`.
///
/// `Debug` hides tokens, phone numbers, ids at third parties, hashes of passwords, and JSON texts, which may hold any of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct User {
    /// The id of the user.
    #[serde(rename = "_id")]
    pub id: UserId,
    /// The email address; empty after it was unbound.
    pub email: Option<String>,
    /// Whether the email address is verified.
    pub email_verified: Option<bool>,
    /// The phone number.
    pub phone: Option<Phone>,
    /// Whether the phone number is verified.
    pub phone_verified: Option<bool>,
    /// The username, for logins.
    pub username: Option<String>,
    /// The display name.
    pub nickname: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The URL of the photo.
    pub photo: Option<String>,
    /// The token, in the response to a login.
    pub token: Option<Token>,
    /// The time of the token's expiry.
    pub token_expired_at: Option<String>,
    /// The id at a third party. At WeChat, it is the same in all applications of one company.
    pub unionid: Option<PersonalData>,
    /// The id of the user in one application of WeChat.
    pub openid: Option<String>,
    /// The profile at a third party, as JSON text.
    pub oauth: Option<PersonalData>,
    /// The method of registration, such as `default:username-password`.
    pub register_method: Option<String>,
    /// The id of the pool.
    pub register_in_client: Option<String>,
    /// The hash of the password, if the caller may read it.
    pub password: Option<Secret>,
    /// The salt of the password's hash.
    pub salt: Option<Secret>,
    /// The number of logins.
    pub logins_count: Option<i64>,
    /// The time of the last login.
    pub last_login: Option<String>,
    /// The IP address of the last login.
    #[serde(rename = "lastIP")]
    pub last_ip: Option<String>,
    /// The time of the registration.
    pub signed_up: Option<String>,
    /// Whether the user is blocked.
    pub blocked: Option<bool>,
    /// Whether the user has been removed.
    pub is_deleted: Option<bool>,
    /// The browser of the last login.
    pub browser: Option<String>,
    /// The device of the last login.
    pub device: Option<String>,
    /// The full name.
    pub name: Option<String>,
    /// The given name.
    pub given_name: Option<String>,
    /// The family name.
    pub family_name: Option<String>,
    /// The middle name.
    pub middle_name: Option<String>,
    /// The URL of a profile page.
    pub profile: Option<String>,
    /// The preferred name.
    pub preferred_username: Option<String>,
    /// The website.
    pub website: Option<String>,
    /// The gender.
    pub gender: Option<String>,
    /// The date of birth.
    pub birthdate: Option<String>,
    /// The time zone.
    pub zoneinfo: Option<String>,
    /// The language.
    pub locale: Option<String>,
    /// The postal address.
    pub address: Option<String>,
    /// The postal address, formatted as on a letter.
    pub formatted: Option<String>,
    /// The street.
    pub street_address: Option<String>,
    /// The town.
    pub locality: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// The time of the last change of the profile.
    pub updated_at: Option<String>,
    /// The metadata, as JSON text. [`GetMetadata`](crate::metadata::GetMetadata) reads it as fields.
    pub metadata: Option<PersonalData>,
    /// The data of the pool's rules, as JSON text.
    pub custom_data: Option<PersonalData>,
    /// A third party's profile, as JSON text.
    pub binded_user_info: Option<PersonalData>,
    /// The group.
    pub group: Option<Role>,
    /// The places of the user's logins.
    pub user_location: Option<Vec<UserLocation>>,
    /// The latest logins.
    pub user_login_history: Option<List<LoginRecord>>,
    /// The account at a third party, with its tokens.
    pub third_party_identity: Option<ThirdPartyIdentity>,
}

impl ResponseShape for User {
    const SHAPE: Shape = Shape::Object(&["_id"]);
}

impl User {
    /// Whether the user belongs to `pool`; `false` if the response does not name the user's pool.
    pub fn is_of(&self, pool: &PoolId) -> bool {
        self.register_in_client.as_deref() == Some(pool.as_str())
    }
}

/// A place of a user's login.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserLocation {
    /// The id of the entry.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The time.
    pub when: Option<String>,
    /// The place.
    #[serde(rename = "where")]
    pub place: Option<String>,
}

/// One login.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LoginRecord {
    /// The id of the entry.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// The time of the login.
    pub when: Option<String>,
    /// Whether the login succeeded.
    pub success: Option<bool>,
    /// The IP address of the client.
    pub ip: Option<String>,
    /// The result of the login.
    pub result: Option<String>,
    /// The device of the user.
    pub device: Option<String>,
    /// The browser of the user.
    pub browser: Option<String>,
}

/// An account at a third party, with its tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ThirdPartyIdentity {
    /// The name of the third party.
    pub provider: Option<String>,
    /// The refresh token of the third party.
    pub refresh_token: Option<Token>,
    /// The access token of the third party.
    pub access_token: Option<Token>,
    /// The lifetime of the access token, in seconds.
    pub expires_in: Option<i64>,
    /// The time of the last refresh.
    pub updated_at: Option<String>,
}
