//! Scopes.

use std::borrow::Cow;
use std::fmt;

/// A scope of tokens (RFC 6749, section 3.3): the claims or rights that they carry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scope {
    /// `openid`: an ID token. Every login has it.
    OpenId,
    /// `profile`: name, photo and other fields of the profile.
    Profile,
    /// `email`
    Email,
    /// `phone`
    Phone,
    /// `address`
    Address,
    /// `username`
    Username,
    /// `roles`
    Roles,
    /// `external_id`
    ExternalId,
    /// `extended_fields`
    ExtendedFields,
    /// `tenant_id`
    TenantId,
    /// `offline_access`: a refresh token. The login then has `prompt=consent`, without which the service issues none.
    OfflineAccess,
    /// Any other scope, such as `order:read`.
    Other(Cow<'static, str>),
}

impl Scope {
    /// The scope, as on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::OpenId => "openid",
            Self::Profile => "profile",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::Username => "username",
            Self::Roles => "roles",
            Self::ExternalId => "external_id",
            Self::ExtendedFields => "extended_fields",
            Self::TenantId => "tenant_id",
            Self::OfflineAccess => "offline_access",
            Self::Other(scope) => scope,
        }
    }
}

impl From<&'static str> for Scope {
    fn from(scope: &'static str) -> Self {
        Self::Other(Cow::Borrowed(scope))
    }
}

impl From<String> for Scope {
    fn from(scope: String) -> Self {
        Self::Other(Cow::Owned(scope))
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The scopes with spaces between them, each once.
pub(super) fn join<S: Into<Scope>>(scopes: impl IntoIterator<Item = S>) -> String {
    let mut joined = String::new();
    for scope in scopes {
        let scope = scope.into();
        // A text may hold several scopes.
        for scope in scope.as_str().split_ascii_whitespace() {
            if !joined.split(' ').any(|known| known == scope) {
                joined.push_str(if joined.is_empty() { "" } else { " " });
                joined.push_str(scope);
            }
        }
    }
    joined
}
