//! A JSON object of unknown shape, read without copies.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
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
    ///
    /// # Errors
    ///
    /// The error of `serde_json` if the text is not an object.
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

/// One field of an object, as its JSON; the others are skipped. It is as [`RawObject::json`] has it, for a caller that needs no
/// other.
pub(crate) fn field<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    struct Field<'n>(&'n str);

    impl<'de> Visitor<'de> for Field<'_> {
        type Value = Option<&'de RawValue>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
            let mut found = None;
            while let Some(name) = map.next_key::<Name<'_>>()? {
                if name.0 == self.0 {
                    found = Some(map.next_value()?);
                } else {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            Ok(found)
        }
    }

    let mut deserializer = serde_json::Deserializer::from_str(json);
    let found = deserializer.deserialize_map(Field(name)).ok()?;
    deserializer.end().ok()?;
    found.map(RawValue::get).filter(|json| *json != "null")
}

/// The text of a JSON string.
pub(crate) fn text(json: &str) -> Option<String> {
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
        const JSON: &str = r#"{"a": "x\n", "b": "200", "c": 2004, "d": null, "e": [1, {"f": 2}], "g": 1.5}"#;
        let object = RawObject::read(JSON).unwrap();
        assert_eq!(object.text("a").as_deref(), Some("x\n"));
        assert_eq!((object.number("b"), object.number("c"), object.number("g")), (Some(200), Some(2004), Some(1)));
        assert_eq!(
            (object.number("a"), object.text("c"), object.json("d"), object.json("z")),
            (None, None, None, None)
        );
        assert_eq!(object.list("e"), Some(vec!["1", r#"{"f": 2}"#]));
        assert_eq!(object.names().collect::<String>(), "abceg");
        for name in ["a", "b", "c", "d", "e", "g", "z"] {
            assert_eq!(field(JSON, name), object.json(name), "{name}");
        }
    }

    #[test]
    fn of_two_fields_with_one_name_the_later_counts() {
        assert_eq!(RawObject::read(r#"{"a": 1, "a": 2}"#).unwrap().number("a"), Some(2));
        assert_eq!(field(r#"{"a": 1, "a": 2}"#, "a"), Some("2"));
    }

    #[test]
    fn what_is_no_object_is_an_error() {
        for json in ["", "[]", "7", "{", "<html>", r#"{"a": 1}}"#, r#"{"a": 1"#] {
            assert!(RawObject::read(json).is_err(), "{json}");
            assert_eq!(field(json, "a"), None, "{json}");
        }
    }
}
