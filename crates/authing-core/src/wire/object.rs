//! A JSON object, read without copying and without knowing its shape.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

/// The fields of a JSON object, each as its text. `null` counts as missing, as everywhere in the protocol.
#[derive(Debug, Default)]
pub struct Object<'a>(BTreeMap<Name<'a>, &'a RawValue>);

/// A field's name; one with an escape in it has to be copied.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl Borrow<str> for Name<'_> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<'a> Object<'a> {
    /// Reads an object.
    pub fn read(json: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str(json).map(Self)
    }

    /// A field's JSON.
    pub fn json(&self, name: &str) -> Option<&'a str> {
        self.0.get(name).map(|raw| raw.get()).filter(|json| *json != "null")
    }

    /// A field's JSON, `null` included: an answer may be `null`.
    pub(super) fn json_or_null(&self, name: &str) -> Option<&'a str> {
        self.0.get(name).map(|raw| raw.get())
    }

    /// The text of a field that is a string.
    pub fn text(&self, name: &str) -> Option<String> {
        text(self.json(name)?)
    }

    /// A field that is a number, or a string of digits.
    pub fn number(&self, name: &str) -> Option<i64> {
        number(self.json(name)?)
    }

    /// The JSON of each of a field's elements, where it is a list.
    pub fn list(&self, name: &str) -> Option<Vec<&'a str>> {
        let list: Vec<&RawValue> = serde_json::from_str(self.json(name)?).ok()?;
        Some(list.into_iter().map(RawValue::get).collect())
    }

    /// The names of the fields that are not `null`.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(Borrow::borrow).filter(|name| self.json(name).is_some())
    }
}

/// The text of a JSON string.
pub(super) fn text(json: &str) -> Option<String> {
    serde_json::from_str(json).ok()
}

/// A number, whether it comes as a number or as a string; what stands behind its decimal point is cut off.
fn number(json: &str) -> Option<i64> {
    let digits = json.trim_matches('"').trim();
    digits.split_once('.').map_or(digits, |(whole, _)| whole).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_what_they_are() {
        let object =
            Object::read(r#"{"a": "x\n", "b": "200", "c": 2004, "d": null, "e": [1, {"f": 2}], "g": 1.5}"#).unwrap();
        assert_eq!(object.text("a").as_deref(), Some("x\n"));
        assert_eq!((object.number("b"), object.number("c"), object.number("g")), (Some(200), Some(2004), Some(1)));
        assert_eq!(
            (object.number("a"), object.text("c"), object.json("d"), object.json("z")),
            (None, None, None, None)
        );
        assert_eq!(object.list("e"), Some(vec!["1", r#"{"f": 2}"#]));
        assert_eq!(object.names().collect::<String>(), "abceg");
    }

    #[test]
    fn what_is_no_object_is_an_error() {
        for json in ["", "[]", "7", "{", "<html>"] {
            assert!(Object::read(json).is_err(), "{json}");
        }
    }
}
