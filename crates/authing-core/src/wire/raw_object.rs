//! A JSON object of unknown shape, read without copies.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The fields of a JSON object, each as its text. `null` counts as missing, as in the whole protocol. Of two fields with the same
/// name, the later counts, as in the published clients' `JSON.parse` (ECMA-404 leaves it open).
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct RawObject<'a>(Vec<(Name<'a>, &'a RawValue)>);

/// The name of a field; a name with an escape is copied.
#[derive(Debug, Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Deserialize<'de> for RawObject<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = RawObject<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<RawObject<'de>, M::Error> {
                let mut fields = Vec::with_capacity(4);
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(RawObject(fields))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

impl<'a> RawObject<'a> {
    /// Reads an object.
    pub fn read(json: &'a str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }

    /// A field's JSON.
    pub fn json(&self, name: &str) -> Option<&'a str> {
        self.json_or_null(name).filter(|json| *json != "null")
    }

    /// A field's JSON, `null` included: a result may be `null`.
    pub(super) fn json_or_null(&self, name: &str) -> Option<&'a str> {
        self.0.iter().rev().find(|(given, _)| given.0 == name).map(|(_, raw)| raw.get())
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
        self.0.iter().map(|(name, _)| &*name.0).filter(|name| self.json(name).is_some())
    }
}

/// The text of a JSON string.
pub(super) fn text(json: &str) -> Option<String> {
    serde_json::from_str(json).ok()
}

/// An integer, whether it comes as a number or as a string.
pub(super) fn integer(json: &str) -> Option<i64> {
    json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).unwrap_or(json).trim().parse().ok()
}

/// Reads a number from a JSON number or string, without its decimals.
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
            RawObject::read(r#"{"a": "x\n", "b": "200", "c": 2004, "d": null, "e": [1, {"f": 2}], "g": 1.5}"#).unwrap();
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
    fn of_two_fields_with_one_name_the_later_counts() {
        assert_eq!(RawObject::read(r#"{"a": 1, "a": 2}"#).unwrap().number("a"), Some(2));
    }

    #[test]
    fn what_is_no_object_is_an_error() {
        for json in ["", "[]", "7", "{", "<html>"] {
            assert!(RawObject::read(json).is_err(), "{json}");
        }
    }
}
