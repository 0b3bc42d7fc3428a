//! Ids. Each kind is a type of its own, so that a user's id cannot be passed as a pool's.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Error;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps an id as the service gave it.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as the service writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self::new(id)
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl From<&String> for $name {
            fn from(id: &String) -> Self {
                Self::new(id)
            }
        }

        impl From<&$name> for $name {
            fn from(id: &$name) -> Self {
                id.clone()
            }
        }
    )* };
}

id! {
    /// A user (`_id`): 24 hex digits.
    UserId
    /// An application that a user may authorize.
    AppId
    /// A role of [`management`](crate::management), which the protocol also calls a group.
    RoleId
    /// A group of [`rbac`](crate::rbac), which is also a node of an organization.
    GroupId
    /// A role of [`rbac`](crate::rbac).
    RbacRoleId
    /// A permission of [`rbac`](crate::rbac).
    PermissionId
    /// An organization.
    OrgId
    /// A connector to an Active Directory.
    AdConnectorId
}

/// The id of a user pool: one customer's set of users.
///
/// The public service issues 24 hex digits; private deployments choose their own ids. Up to 64 letters, digits, `-` and `_` are
/// accepted. Other characters are rejected, because they could change the path of a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PoolId(String);

impl PoolId {
    /// Parses a pool's id, as the console shows it.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the id is empty, too long or has other characters.
    pub fn parse(id: &str) -> Result<Self, Error> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        match id {
            "" => Err(Error::invalid_argument("userPoolId", "is empty; copy it from the console's pool settings")),
            _ if id.len() > 64 => Err(Error::invalid_argument("userPoolId", "is longer than 64 characters")),
            _ if !id.chars().all(allowed) => {
                Err(Error::invalid_argument("userPoolId", "may hold only letters, digits, `-` and `_`"))
            }
            _ => Ok(Self(id.to_owned())),
        }
    }

    /// The id as the service writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PoolId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
