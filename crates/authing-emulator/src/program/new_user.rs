//! The users and roles that a program adds: before the start by the builder, or while the emulator runs.

use std::collections::BTreeMap;
use std::fmt;

/// A role of the pool, which the protocol also calls a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewRole {
    /// The id. A new one if left out.
    pub id: Option<String>,
    /// The name, which no other role has.
    pub name: String,
    /// The description.
    pub description: Option<String>,
    /// The permissions: JSON, or any text that the pool uses.
    pub permissions: Option<String>,
}

impl NewRole {
    /// A role with this name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// A user of the pool, registered by its owner. At least one of email, phone, username, unionid and openid is given.
///
/// ```
/// use authing_emulator::{Emulator, NewRole, NewUser};
///
/// let emulator = Emulator::builder()
///     .role(NewRole::new("admin"))
///     .user(NewUser {
///         email: Some("ada@example.com".into()),
///         password: Some("correct horse".into()),
///         roles: vec!["admin".into()],
///         ..NewUser::default()
///     })
///     .start()?;
/// assert_eq!(emulator.users().len(), 1);
/// # Ok::<(), authing_emulator::StartError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NewUser {
    /// The id. A new one if left out.
    pub id: Option<String>,
    /// The email address.
    pub email: Option<String>,
    /// Whether the email address is verified.
    pub email_verified: bool,
    /// The phone number.
    pub phone: Option<String>,
    /// Whether the phone number is verified.
    pub phone_verified: bool,
    /// The username.
    pub username: Option<String>,
    /// The id that a social login gives.
    pub unionid: Option<String>,
    /// The id of the WeChat user in the mini-program.
    pub openid: Option<String>,
    /// The password, unencrypted. Without one the user cannot log in with a password.
    pub password: Option<String>,
    /// Whether logins are blocked.
    pub blocked: bool,
    /// The fields of the profile, named as on the wire (`nickname`, `givenName`).
    pub profile: BTreeMap<String, String>,
    /// The custom fields.
    pub metadata: BTreeMap<String, String>,
    /// The accounts of third parties.
    pub bindings: Vec<NewBinding>,
    /// The names of roles that are there.
    pub roles: Vec<String>,
}

impl fmt::Debug for NewUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The rest is personal, and the password a secret.
        f.debug_struct("NewUser").field("id", &self.id).field("roles", &self.roles).finish_non_exhaustive()
    }
}

/// An account of a third party that is bound to a user.
#[derive(Clone, PartialEq, Eq)]
pub struct NewBinding {
    /// The short name of the third party, such as `github`.
    pub provider: String,
    /// The id of the account there.
    pub unionid: String,
    /// JSON, as the third party gives it.
    pub user_info: String,
}

impl fmt::Debug for NewBinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { provider, unionid: _, user_info: _ } = self;
        f.debug_struct("NewBinding").field("provider", provider).finish_non_exhaustive()
    }
}
