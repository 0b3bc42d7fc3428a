//! JSON objects whose members have different names.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

/// The greatest number of members. Names are compared with each other, so that their number must be bounded.
const MAX_MEMBERS: usize = 256;

/// A value that is read from an object member by member.
pub(crate) trait ReadMembers: Default {
    /// Reads or skips the value of the member `name`, which comes once.
    fn read_member<'de, M: MapAccess<'de>>(&mut self, name: &str, map: &mut M) -> Result<(), M::Error>;
}

/// A value read from an object in which no name comes twice. Which of two would count is left open by RFC 8259, so that two
/// programs could read one token in two ways (RFC 7515, section 4; RFC 7519, section 4; RFC 8725, section 2.4).
pub(crate) struct Unique<T>(pub(crate) T);

impl<'de, T: ReadMembers> Deserialize<'de> for Unique<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members(PhantomData)).map(Self)
    }
}

struct Members<T>(PhantomData<T>);

impl<'de, T: ReadMembers> Visitor<'de> for Members<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<T, M::Error> {
        let mut value = T::default();
        let mut names = Names::default();
        while let Some(Name(name)) = map.next_key()? {
            if names.contains(&name) {
                return Err(M::Error::custom("a member comes twice"));
            }
            value.read_member(&name, &mut map)?;
            if !names.insert(name) {
                return Err(M::Error::custom("there are too many members"));
            }
        }
        Ok(value)
    }
}

/// A member's name; one with an escape in it has to be copied.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

/// The names that have come. Usual tokens have few, which need no memory of their own.
#[derive(Default)]
struct Names<'a> {
    first: [Cow<'a, str>; 12],
    more: Vec<Cow<'a, str>>,
    count: usize,
}

impl<'a> Names<'a> {
    fn contains(&self, name: &str) -> bool {
        self.first.iter().take(self.count).chain(&self.more).any(|other| other == name)
    }

    /// Whether there was room for the name.
    fn insert(&mut self, name: Cow<'a, str>) -> bool {
        match self.first.get_mut(self.count) {
            Some(place) => *place = name,
            None => self.more.push(name),
        }
        self.count += 1;
        self.count <= MAX_MEMBERS
    }
}

#[cfg(test)]
mod tests {
    use serde::de::IgnoredAny;

    use super::*;

    #[derive(Default)]
    struct Count(usize);

    impl ReadMembers for Count {
        fn read_member<'de, M: MapAccess<'de>>(&mut self, _name: &str, map: &mut M) -> Result<(), M::Error> {
            self.0 += 1;
            map.next_value::<IgnoredAny>().map(drop)
        }
    }

    fn count(json: &str) -> Option<usize> {
        serde_json::from_str(json).ok().map(|Unique(Count(count))| count)
    }

    fn object(members: usize, last: &str) -> String {
        let members: Vec<_> = (0..members).map(|number| format!(r#""{number}":0,"#)).collect();
        format!(r#"{{{}"{last}":0}}"#, members.concat())
    }

    #[test]
    fn members_of_different_names_are_read() {
        assert_eq!(count("{}"), Some(0));
        for members in [1, 11, 12, 13, 255] {
            assert_eq!(count(&object(members, "last")), Some(members + 1));
        }
    }

    #[test]
    fn repeated_name_is_an_error_wherever_it_stands() {
        for (members, last) in [(1, "0"), (12, "11"), (13, "12"), (40, "3"), (40, "39"), (1, r"\u0030")] {
            assert_eq!(count(&object(members, last)), None, "{members} {last}");
        }
        assert_eq!(count(r#"{"":0,"":0}"#), None);
        assert_eq!(count(r#"{"a":null,"a":1}"#), None);
    }

    #[test]
    fn number_of_members_is_bounded() {
        assert_eq!(count(&object(256, "last")), None);
    }
}
