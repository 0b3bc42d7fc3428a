use serde::{Deserialize, Serialize};

use crate::Phone;
use crate::wire::{ResponseShape, Shape};

/// The claims about a user (OpenID Connect Core 1.0, section 5.1).
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
    /// The display name.
    #[serde(default)]
    pub nickname: Option<String>,
    /// The preferred name.
    #[serde(default)]
    pub preferred_username: Option<String>,
    /// The username, for logins.
    #[serde(default)]
    pub username: Option<String>,
    /// The URL of a profile page.
    #[serde(default)]
    pub profile: Option<String>,
    /// The URL of the photo.
    #[serde(default)]
    pub picture: Option<String>,
    /// The website.
    #[serde(default)]
    pub website: Option<String>,
    /// The email address.
    #[serde(default)]
    pub email: Option<String>,
    /// Whether the email address is verified.
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
    /// Whether the phone number is verified.
    #[serde(default)]
    pub phone_number_verified: Option<bool>,
    /// The time of the last change of the profile: a date, or seconds since 1970.
    #[serde(default)]
    pub updated_at: Option<serde_json::Value>,
    /// The user's roles, by the scope `roles`: an array of texts, or of objects with a `code`. [`has_role`](Self::has_role) reads
    /// both.
    #[serde(default)]
    pub roles: Option<serde_json::Value>,
}

impl UserInfoClaims {
    /// Whether the user has a role, by its code. False where the login did not ask for the scope `roles`.
    pub fn has_role(&self, code: &str) -> bool {
        let roles = self.roles.as_ref().and_then(|roles| roles.as_array());
        roles.into_iter().flatten().any(|role| role.as_str().or_else(|| role.get("code")?.as_str()) == Some(code))
    }
}

impl ResponseShape for UserInfoClaims {
    const SHAPE: Shape = Shape::Object(&["sub"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(roles: &str) -> UserInfoClaims {
        serde_json::from_str(&format!(r#"{{"sub":"u","roles":{roles}}}"#)).expect("claims")
    }

    #[test]
    fn role_is_a_text_or_an_object() {
        assert!(claims(r#"["editor","admin"]"#).has_role("admin"));
        assert!(claims(r#"[{"code":"admin","name":"Administrator"}]"#).has_role("admin"));
    }

    #[test]
    fn other_shapes_are_no_role() {
        for roles in ["null", "\"admin\"", "{}", "[1, null]", r#"[{"name":"admin"}]"#] {
            assert!(!claims(roles).has_role("admin"), "{roles}");
        }
    }
}
