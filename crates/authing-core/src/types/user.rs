use serde::{Deserialize, Serialize};

use super::{List, Role};
use crate::wire::{ResponseShape, Shape};
use crate::{PersonalData, Phone, PoolId, Secret, Token, UserId};

/// A user (`User` and `ExtendUser` of the schema). What a call did not select is `None`.
///
/// `Debug` shows neither the token nor the phone number, nor anything else that opens a door, nor JSON texts, which may hold
/// any of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct User {
    /// Who it is.
    #[serde(rename = "_id")]
    pub id: UserId,
    /// The email address; empty after it was unbound.
    pub email: Option<String>,
    /// Whether the address is known to be the user's.
    pub email_verified: Option<bool>,
    /// The phone number.
    pub phone: Option<Phone>,
    /// Whether the number is known to be the user's.
    pub phone_verified: Option<bool>,
    /// The name to log in with.
    pub username: Option<String>,
    /// The name to show.
    pub nickname: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The address of the photo.
    pub photo: Option<String>,
    /// The token, in the answer to a login.
    pub token: Option<Token>,
    /// When the token expires.
    pub token_expired_at: Option<String>,
    /// The id at a third party; WeChat's across one company's applications.
    pub unionid: Option<PersonalData>,
    /// WeChat's id within one application.
    pub openid: Option<String>,
    /// The profile at a third party, as JSON text.
    pub oauth: Option<PersonalData>,
    /// How the user registered, such as `default:username-password`.
    pub register_method: Option<String>,
    /// The pool.
    pub register_in_client: Option<String>,
    /// The password's hash, which the service gives to those who may see it.
    pub password: Option<Secret>,
    /// The salt of the password's hash.
    pub salt: Option<Secret>,
    /// How often the user has logged in.
    pub logins_count: Option<i64>,
    /// When the user last logged in.
    pub last_login: Option<String>,
    /// From where the user last logged in.
    #[serde(rename = "lastIP")]
    pub last_ip: Option<String>,
    /// When the user registered.
    pub signed_up: Option<String>,
    /// Whether the user is shut out.
    pub blocked: Option<bool>,
    /// Whether the user was removed.
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
    /// The address of a profile page.
    pub profile: Option<String>,
    /// The name to be called by.
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
    /// The address.
    pub address: Option<String>,
    /// The address as it is written on a letter.
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
    /// When the profile was last changed.
    pub updated_at: Option<String>,
    /// Metadata, as JSON text. [`metadata`](crate::metadata) reads it properly.
    pub metadata: Option<PersonalData>,
    /// Data of the pool's rules, as JSON text.
    pub custom_data: Option<PersonalData>,
    /// A third party's profile, as JSON text.
    pub binded_user_info: Option<PersonalData>,
    /// The group.
    pub group: Option<Role>,
    /// Where the user has been seen.
    pub user_location: Option<Vec<UserLocation>>,
    /// The logins.
    pub user_login_history: Option<List<LoginRecord>>,
    /// The account at a third party, with its tokens.
    pub third_party_identity: Option<ThirdPartyIdentity>,
}

impl ResponseShape for User {
    const SHAPE: Shape = Shape::Object(&["_id"]);
}

impl User {
    /// Whether the user belongs to a pool, where the answer says to which.
    pub fn is_of(&self, pool: &PoolId) -> bool {
        self.register_in_client.as_deref() == Some(pool.as_str())
    }
}

/// Where a user has been seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserLocation {
    /// The entry's id.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// When.
    pub when: Option<String>,
    /// Where.
    #[serde(rename = "where")]
    pub place: Option<String>,
}

/// One login.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LoginRecord {
    /// The entry's id.
    #[serde(rename = "_id")]
    pub id: Option<String>,
    /// When.
    pub when: Option<String>,
    /// Whether it succeeded.
    pub success: Option<bool>,
    /// From where.
    pub ip: Option<String>,
    /// What came of it.
    pub result: Option<String>,
    /// With which device.
    pub device: Option<String>,
    /// With which browser.
    pub browser: Option<String>,
}

/// An account at a third party, with its tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ThirdPartyIdentity {
    /// The third party.
    pub provider: Option<String>,
    /// Its refresh token.
    pub refresh_token: Option<Token>,
    /// Its access token.
    pub access_token: Option<Token>,
    /// How many seconds the access token lives.
    pub expires_in: Option<i64>,
    /// When the tokens were last refreshed.
    pub updated_at: Option<String>,
}
