//! The index of users by email address, phone number and name, so that a lookup does not read all users.

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};

use super::user::{Key, User};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Email,
    Phone,
    Username,
    UnionId,
    OpenId,
    ExternalId,
}

type Name = (Kind, String);

/// Each name with the id of a user who has it. Ids sort by age, so the oldest of several comes first.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    names: BTreeSet<(Name, String)>,
}

impl Index {
    pub(super) fn id(&self, key: Key<'_>) -> Option<&str> {
        let name = name_of(key)?;
        let (found, id) = self.names.range((name.clone(), String::new())..).next()?;
        (*found == name).then_some(id.as_str())
    }

    pub(super) fn add(&mut self, user: &User) {
        self.names.extend(names_of(user).into_iter().map(|name| (name, user.id.clone())));
    }

    pub(super) fn remove(&mut self, user: &User) {
        self.forget(names_of(user), &user.id);
    }

    fn forget(&mut self, names: Vec<Name>, id: &str) {
        for name in names {
            self.names.remove(&(name, id.to_owned()));
        }
    }
}

/// Email addresses are the same in capitals.
fn name_of(key: Key<'_>) -> Option<Name> {
    match key {
        Key::Id(_) => None,
        Key::Email(email) => Some((Kind::Email, email.to_ascii_lowercase())),
        Key::Phone(phone) => Some((Kind::Phone, phone.to_owned())),
        Key::Username(username) => Some((Kind::Username, username.to_owned())),
        Key::UnionId(unionid) => Some((Kind::UnionId, unionid.to_owned())),
        Key::OpenId(openid) => Some((Kind::OpenId, openid.to_owned())),
        Key::ExternalId(id) => Some((Kind::ExternalId, id.to_owned())),
    }
}

/// Every name the user goes by: a third-party account that is bound names its user, too.
fn names_of(user: &User) -> Vec<Name> {
    let own = [
        user.email.as_deref().map(Key::Email),
        user.phone.as_deref().map(Key::Phone),
        user.username.as_deref().map(Key::Username),
        user.unionid.as_deref().map(Key::UnionId),
        user.openid.as_deref().map(Key::OpenId),
        user.details.external_id.as_deref().map(Key::ExternalId),
    ];
    let bound = user.bindings.iter().map(|binding| Key::UnionId(&binding.unionid));
    own.into_iter().flatten().chain(bound).filter_map(name_of).collect()
}

/// A user being changed.
#[derive(Debug)]
pub(crate) struct UserMut<'a> {
    user: &'a mut User,
    index: &'a mut Index,
    before: Vec<Name>,
}

impl<'a> UserMut<'a> {
    pub(super) fn new(user: &'a mut User, index: &'a mut Index) -> Self {
        Self { before: names_of(user), user, index }
    }
}

impl Deref for UserMut<'_> {
    type Target = User;

    fn deref(&self) -> &User {
        self.user
    }
}

impl DerefMut for UserMut<'_> {
    fn deref_mut(&mut self) -> &mut User {
        self.user
    }
}

impl Drop for UserMut<'_> {
    fn drop(&mut self) {
        if names_of(self.user) != self.before {
            self.index.forget(std::mem::take(&mut self.before), &self.user.id);
            self.index.add(self.user);
        }
    }
}
