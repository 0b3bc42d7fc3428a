//! The value of an argument.

mod from;

use std::borrow::Cow;
use std::fmt;

use serde_json::value::RawValue;
use zeroize::Zeroizing;

use super::json::push_text;
use crate::number::digits;

/// The value of an argument.
#[derive(Clone)]
pub enum Argument<'a> {
    /// A string.
    String(Cow<'a, str>),
    /// A string that must not appear in an error or a log.
    Secret(&'a str),
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(i64),
    /// A list of strings.
    List(Vec<&'a str>),
    /// A list of values. In a query each is a `name[]` of its own.
    Array(Vec<Argument<'a>>),
    /// An object.
    Object(Vec<(Cow<'a, str>, Argument<'a>)>),
    /// A value of a raw request, as JSON.
    Json(Box<RawValue>),
}

impl Argument<'_> {
    fn collect_secrets(&self, found: &mut Vec<Zeroizing<String>>) {
        match self {
            Self::Secret(text) => found.push(Zeroizing::new((*text).to_owned())),
            Self::Json(number) => found.push(Zeroizing::new(number.get().to_owned())),
            Self::Object(entries) => collect_secrets(entries, found),
            Self::Array(values) => values.iter().for_each(|value| value.collect_secrets(found)),
            _ => {}
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::String(text) => text.trim().is_empty(),
            Self::Secret(text) => text.trim().is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Array(values) => values.is_empty(),
            _ => false,
        }
    }

    /// The value as text, for a path, a query or a form.
    pub(crate) fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::String(text) => Cow::Borrowed(text),
            Self::Secret(text) => Cow::Borrowed(text),
            Self::Bool(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Self::Number(number) => Cow::Owned(digits(*number)),
            Self::List(list) => Cow::Owned(list.join(",")),
            Self::Array(_) | Self::Object(_) | Self::Json(_) => {
                let mut json = String::new();
                self.push_json(&mut json);
                Cow::Owned(json)
            }
        }
    }

    fn push_json(&self, json: &mut String) {
        match self {
            Self::String(text) => push_text(json, text),
            Self::Secret(text) => push_text(json, text),
            Self::Bool(_) | Self::Number(_) => json.push_str(&self.to_text()),
            Self::List(list) => push_all(json, ['[', ']'], list, |json, text| push_text(json, text)),
            Self::Array(values) => push_all(json, ['[', ']'], values, |json, value| value.push_json(json)),
            Self::Object(entries) => push_object(json, entries),
            Self::Json(value) => json.push_str(value.get()),
        }
    }
}

impl fmt::Debug for Argument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Argument(…)")
    }
}

/// Writes between brackets, with commas.
fn push_all<T>(json: &mut String, brackets: [char; 2], items: &[T], push: impl Fn(&mut String, &T)) {
    let [begin, end] = brackets;
    json.push(begin);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            json.push(',');
        }
        push(json, item);
    }
    json.push(end);
}

/// Writes an object.
pub(super) fn push_object(json: &mut String, entries: &[(Cow<'_, str>, Argument<'_>)]) {
    push_all(json, ['{', '}'], entries, |json, (name, value)| {
        push_text(json, name);
        json.push(':');
        value.push_json(json);
    });
}

/// Adds the secret values of an object.
pub(super) fn collect_secrets(entries: &[(Cow<'_, str>, Argument<'_>)], found: &mut Vec<Zeroizing<String>>) {
    for (_, value) in entries {
        value.collect_secrets(found);
    }
}
