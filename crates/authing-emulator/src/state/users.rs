//! The pool's users.

mod details;
mod index;
mod user;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub(crate) use details::{AppLogin, Factor, FactorKind, Identity, Source, Status};
use index::Index;
pub(crate) use index::UserMut;
pub(crate) use user::{Binding, Key, LOGGED_OUT_AT, PROFILE, User};

/// All users, oldest first, and an index of every other way to name one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Vec<User>", into = "Vec<User>")]
pub(crate) struct Users {
    by_id: BTreeMap<String, User>,
    index: Index,
}

impl Users {
    pub(crate) fn insert(&mut self, user: User) -> &User {
        self.index.add(&user);
        self.by_id.entry(user.id.clone()).insert_entry(user).into_mut()
    }

    /// The one so named; of several, the oldest.
    pub(crate) fn find(&self, key: Key<'_>) -> Option<&User> {
        match key {
            Key::Id(id) => self.by_id.get(id),
            _ => self.by_id.get(self.index.id(key)?),
        }
    }

    /// The same, to be changed. The index follows when the change is over.
    pub(crate) fn find_mut(&mut self, key: Key<'_>) -> Option<UserMut<'_>> {
        let id = self.find(key)?.id.clone();
        Some(UserMut::new(self.by_id.get_mut(&id)?, &mut self.index))
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<User> {
        let user = self.by_id.remove(id)?;
        self.index.remove(&user);
        Some(user)
    }

    /// Oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &User> {
        self.by_id.values()
    }

    pub(crate) fn len(&self) -> usize {
        self.by_id.len()
    }
}

impl From<Vec<User>> for Users {
    fn from(users: Vec<User>) -> Self {
        let mut all = Self::default();
        for user in users {
            all.insert(user);
        }
        all
    }
}

impl From<Users> for Vec<User> {
    fn from(users: Users) -> Self {
        users.by_id.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;

    fn named(id: &str, email: &str) -> User {
        let mut user = User::new(id.into(), "test", Timestamp::EPOCH);
        user.email = Some(email.into());
        user
    }

    #[test]
    fn a_change_is_found_under_its_new_name_only() {
        let mut users = Users::default();
        users.insert(named("1", "a@b.com"));
        users.find_mut(Key::Email("A@B.com")).expect("in capitals").email = Some("new@b.com".into());
        assert!(users.find(Key::Email("a@b.com")).is_none());
        assert_eq!(users.find(Key::Email("new@b.com")).expect("renamed").id, "1");
        users.remove("1");
        assert!(users.find(Key::Email("new@b.com")).is_none());
    }

    #[test]
    fn of_two_with_one_name_the_older_is_found() {
        let mut users = Users::default();
        users.insert(named("2", "a@b.com"));
        users.insert(named("1", "a@b.com"));
        assert_eq!(users.find(Key::Email("a@b.com")).expect("one").id, "1");
        users.find_mut(Key::Id("1")).expect("there").email = None;
        assert_eq!(users.find(Key::Email("a@b.com")).expect("the other").id, "2");
    }
}
