use serde::{Deserialize, Serialize};

use crate::Phone;
use crate::wire::{ResponseShape, Shape};

/// Who somebody is, in the terms of OpenID Connect (Core 1.0, section 5.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserInfoClaims {
    /// The user's id.
    #[serde(default)]
    pub sub: Option<String>,
    /// The full name.
    #[serde(default)]
    pub name: Option<String>,
    /// The given name.
    #[serde(default)]
    pub given_name: Option<String>,
    /// The family name.
    #[serde(default)]
    pub family_name: Option<String>,
    /// The middle name.
    #[serde(default)]
    pub middle_name: Option<String>,
    /// The name to show.
    #[serde(default)]
    pub nickname: Option<String>,
    /// The name to be called by.
    #[serde(default)]
    pub preferred_username: Option<String>,
    /// The name to log in with.
    #[serde(default)]
    pub username: Option<String>,
    /// The address of a profile page.
    #[serde(default)]
    pub profile: Option<String>,
    /// The address of the photo.
    #[serde(default)]
    pub picture: Option<String>,
    /// The website.
    #[serde(default)]
    pub website: Option<String>,
    /// The email address.
    #[serde(default)]
    pub email: Option<String>,
    /// Whether the address is known to be the user's.
    #[serde(default)]
    pub email_verified: Option<bool>,
    /// The gender.
    #[serde(default)]
    pub gender: Option<String>,
    /// The date of birth.
    #[serde(default)]
    pub birthdate: Option<String>,
    /// The time zone.
    #[serde(default)]
    pub zoneinfo: Option<String>,
    /// The language.
    #[serde(default)]
    pub locale: Option<String>,
    /// The phone number.
    #[serde(default)]
    pub phone_number: Option<Phone>,
    /// Whether the number is known to be the user's.
    #[serde(default)]
    pub phone_number_verified: Option<bool>,
    /// When the profile was last changed: a date, or seconds since 1970.
    #[serde(default)]
    pub updated_at: Option<serde_json::Value>,
}

impl ResponseShape for UserInfoClaims {
    const SHAPE: Shape = Shape::Object(&["sub"]);
}
