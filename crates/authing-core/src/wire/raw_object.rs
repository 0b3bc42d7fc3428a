//! A JSON object of unknown shape, read without copies.

use std::borrow::Cow;

use super::json;
use crate::InvalidResponseKind;
use crate::number::whole_number;
use crate::search::cut;

/// The fields of a JSON object, each as its text. `null` counts as missing, as in the whole protocol. Of two fields with the same
/// name, the later counts, as in the published clients' `JSON.parse` (ECMA-404 leaves it open).
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct RawObject<'a>(Vec<(Cow<'a, str>, &'a str)>);

impl<'a> RawObject<'a> {
    /// Reads an object.
    ///
    /// # Errors
    ///
    /// [`InvalidResponseKind::Shape`] for another value, [`InvalidResponseKind::NotJson`] for what is not JSON.
    pub fn read(json: &'a str) -> Result<Self, InvalidResponseKind> {
        let mut fields = Vec::with_capacity(4);
        each_field(json, |name, value| fields.push((name, value)))?;
        Ok(Self(fields))
    }

    /// A field's JSON.
    pub fn json(&self, name: &str) -> Option<&'a str> {
        self.json_or_null(name).filter(|json| *json != "null")
    }

    /// A field's JSON, `null` included: a result may be `null`.
    pub(super) fn json_or_null(&self, name: &str) -> Option<&'a str> {
        self.0.iter().rev().find(|(given, _)| given == name).map(|(_, json)| *json)
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
        let mut list = Vec::new();
        json::entries(self.json(name)?, '[', |_, element| list.push(element)).ok()?;
        Some(list)
    }

    /// The names of the fields that are not `null`.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| &**name).filter(|name| self.json(name).is_some())
    }
}

/// Calls `found` with each field of an object.
fn each_field<'a>(json: &'a str, mut found: impl FnMut(Cow<'a, str>, &'a str)) -> Result<(), InvalidResponseKind> {
    let mut is_text = true;
    let read = json::entries(json, '{', |name, value| match json::unquote(name) {
        Some(name) => found(name, value),
        None => is_text = false,
    });
    match read {
        Ok(()) if is_text => Ok(()),
        Err(_) if !json.trim().starts_with('{') && json::is_json(json) => Err(InvalidResponseKind::Shape),
        _ => Err(InvalidResponseKind::NotJson),
    }
}

/// One field of an object, as its JSON; the others are skipped. It is as [`RawObject::json`] has it, for a caller that needs no
/// other.
pub(crate) fn field<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let mut found = None;
    let look = |given: Cow<'_, str>, value| {
        if given == name {
            found = Some(value);
        }
    };
    each_field(json, look).ok()?;
    found.filter(|json| *json != "null")
}

/// The text of a JSON string.
pub fn text(json: &str) -> Option<String> {
    json::text(json).map(Cow::into_owned)
}

/// An integer, whether it comes as a number or as a string.
pub(super) fn integer(json: &str) -> Option<i64> {
    whole_number(bare(json))
}

/// Reads a number from a JSON number or string, without its decimals. An exponent moves the point: `1.6e9`.
pub(crate) fn number(json: &str) -> Option<i64> {
    let digits = bare(json);
    let (digits, exponent) = cut(digits, "e").or_else(|| cut(digits, "E")).unwrap_or((digits, "0"));
    let (whole, decimals) = cut(digits, ".").unwrap_or((digits, ""));
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let moved = whole_number(exponent).and_then(|moved| usize::try_from(moved).ok())?;
    // A longer number does not fit.
    if moved >= 20 {
        return None;
    }
    let decimals = decimals.get(..moved).unwrap_or(decimals);
    let zeros = "0".repeat(moved - decimals.len());
    whole_number(&[whole, decimals, &zeros].concat())
}

/// A number without the quotes and blanks around it.
fn bare(json: &str) -> &str {
    json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).unwrap_or(json).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_what_they_are() {
        const JSON: &str =
            r#"{"a": "x\n", "b": "200", "c": 2004, "d": null, "e": [1, {"f": 2}], "g": 1.5, "h": 1.5e9}"#;
        let object = RawObject::read(JSON).unwrap();
        assert_eq!(object.text("a").as_deref(), Some("x\n"));
        assert_eq!((object.number("b"), object.number("c"), object.number("g")), (Some(200), Some(2004), Some(1)));
        assert_eq!(
            (object.number("a"), object.text("c"), object.json("d"), object.json("z")),
            (None, None, None, None)
        );
        assert_eq!(object.list("e"), Some(vec!["1", r#"{"f": 2}"#]));
        assert_eq!(object.number("h"), Some(1_500_000_000));
        assert_eq!(object.names().collect::<String>(), "abcegh");
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
    fn value_other_than_an_object_is_an_error() {
        for (json, kind) in [
            ("", InvalidResponseKind::NotJson),
            ("{", InvalidResponseKind::NotJson),
            ("<html>", InvalidResponseKind::NotJson),
            (r#"{"a": 1}}"#, InvalidResponseKind::NotJson),
            (r#"{"a": 1"#, InvalidResponseKind::NotJson),
            (r#"{"\ud83d": 1}"#, InvalidResponseKind::NotJson),
            ("[]", InvalidResponseKind::Shape),
            ("7", InvalidResponseKind::Shape),
        ] {
            assert_eq!(RawObject::read(json).unwrap_err(), kind, "{json}");
            assert_eq!(field(json, "a"), None, "{json}");
        }
    }
}
