use std::fmt;

use crate::secret::PersonalData;
use crate::wire::{Arguments, Field, texts};

texts! {
    /// The kind of the users' ids: `userIdType`.
    pub enum UserIdType {
        /// By their ids.
        Id = "user_id",
        /// By their ids in another system.
        ExternalId = "external_id",
        /// By their phone numbers.
        Phone = "phone",
        /// By their email addresses.
        Email = "email",
        /// By their names for logins.
        Username = "username",
        /// By identities at third parties: `<extIdpId>:<userIdInIdp>`.
        Identity = "identity",
        /// By relations of a synchronisation: `<provider>:<userIdInIdp>`.
        SyncRelation = "sync_relation",
        /// By a custom field.
        CustomField = "custom_field",
    }
}

/// The identifiers of several users, all of one kind (`userIds` and `userIdType`). A list of texts is a list of ids.
#[derive(Clone, PartialEq, Eq)]
pub struct UserIdentifiers {
    kind: UserIdType,
    values: Vec<PersonalData>,
}

impl UserIdentifiers {
    /// Creates the identifiers of users.
    pub fn new(kind: UserIdType, values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { kind, values: values.into_iter().map(|value| PersonalData::new(value)).collect() }
    }

    /// The number of users.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Keeps the first users, `count` of them, and returns the others.
    pub(crate) fn split_off(&mut self, count: usize) -> Self {
        Self { kind: self.kind.clone(), values: self.values.split_off(count) }
    }

    /// Writes `userIds`, without their kind.
    pub(crate) fn insert_values<'a>(&'a self, to: &mut Arguments<'a>) {
        self.values.insert_into("userIds", to);
    }

    /// Writes `userIdType`, which stands apart from the ids in some calls.
    pub(crate) fn insert_kind<'a>(&'a self, to: &mut Arguments<'a>) {
        self.kind.insert_into("userIdType", to);
    }
}

impl Field for UserIdentifiers {
    /// Writes `userIds` and `userIdType`, regardless of the field's name.
    fn insert_into<'a>(&'a self, _name: &'static str, to: &mut Arguments<'a>) {
        self.insert_values(to);
        self.insert_kind(to);
    }
}

impl<T: Into<String>, I: IntoIterator<Item = T>> From<I> for UserIdentifiers {
    /// Creates the identifiers from the users' ids.
    fn from(ids: I) -> Self {
        Self::new(UserIdType::Id, ids)
    }
}

impl fmt::Debug for UserIdentifiers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, values } = self;
        write!(f, "UserIdentifiers({} by {})", values.len(), kind.as_str())
    }
}
