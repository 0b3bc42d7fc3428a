use std::fmt;

use crate::wire::{Argument, Arguments, Field};
use crate::{Phone, UserId};

/// The identifier of a user: the id, or another unique value (`userId` and `userIdType`).
///
/// ```
/// use authing_core::v3::types::UserIdentifier;
///
/// let by_id = UserIdentifier::from("5e05bbf2d51b3761d5c71070");
/// let by_email = UserIdentifier::Email("bob@example.com".to_owned());
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UserIdentifier {
    /// The user's id.
    Id(UserId),
    /// The id in another system.
    ExternalId(String),
    /// The phone number.
    Phone(Phone),
    /// The email address.
    Email(String),
    /// The name for logins.
    Username(String),
    /// The identity at a third party: `<extIdpId>:<userIdInIdp>`.
    Identity(String),
    /// The relation of a synchronisation: `<provider>:<userIdInIdp>`.
    SyncRelation(String),
    /// A custom field.
    CustomField(String),
}

impl UserIdentifier {
    /// The kind, as the protocol names it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Id(_) => "user_id",
            Self::ExternalId(_) => "external_id",
            Self::Phone(_) => "phone",
            Self::Email(_) => "email",
            Self::Username(_) => "username",
            Self::Identity(_) => "identity",
            Self::SyncRelation(_) => "sync_relation",
            Self::CustomField(_) => "custom_field",
        }
    }

    pub(crate) fn value(&self) -> Argument<'_> {
        match self {
            Self::Id(id) => id.into(),
            Self::Phone(phone) => phone.into(),
            Self::ExternalId(text)
            | Self::Email(text)
            | Self::Username(text)
            | Self::Identity(text)
            | Self::SyncRelation(text)
            | Self::CustomField(text) => text.into(),
        }
    }

    /// Writes `userIdType`, which stands apart from the id in some calls.
    pub(crate) fn insert_kind(&self, to: &mut Arguments<'_>) {
        to.insert("userIdType", self.kind());
    }

    /// Writes `userId`, without its kind.
    pub(crate) fn insert_value<'a>(&'a self, to: &mut Arguments<'a>) {
        let value = self.value();
        if value.is_blank() {
            to.reject(crate::Error::invalid_argument("userId", "is empty"));
        }
        to.insert("userId", value);
    }
}

impl Field for UserIdentifier {
    /// Writes `userId` and `userIdType`, regardless of the field's name.
    fn insert_into<'a>(&'a self, _name: &'static str, to: &mut Arguments<'a>) {
        self.insert_value(to);
        self.insert_kind(to);
    }
}

impl From<&str> for UserIdentifier {
    fn from(id: &str) -> Self {
        Self::Id(id.into())
    }
}

impl From<UserId> for UserIdentifier {
    fn from(id: UserId) -> Self {
        Self::Id(id)
    }
}

impl From<&UserId> for UserIdentifier {
    fn from(id: &UserId) -> Self {
        Self::Id(id.clone())
    }
}

impl fmt::Debug for UserIdentifier {
    /// The id, or the kind of another name: an email address is personal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "UserIdentifier({id})"),
            other => write!(f, "UserIdentifier({} …)", other.kind()),
        }
    }
}
