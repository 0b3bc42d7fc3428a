//! The shape that a response must have to be a success, typed or kept as JSON.

use serde::de::{DeserializeOwned, IgnoredAny};

use super::raw_object::{RawObject, field};

/// What a successful response is made of: cheap to check, without the response's type.
///
/// `null` counts as a missing field, as everywhere in the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// Any JSON.
    Any,
    /// `true` or `false`.
    Bool,
    /// A string that is not empty.
    String,
    /// A list, empty or not.
    List,
    /// An object that has these fields, and at least one field.
    Object(&'static [&'static str]),
    /// An object that has at least one of these fields.
    AnyOf(&'static [&'static str]),
    /// A statement of the service that it did something: a `message`, a `code` of 200, or a `status` of `true`. Another code, or
    /// `false`, is an error of the service.
    Outcome,
    /// `null`, or this shape.
    NullOr(&'static Shape),
}

/// A type of responses, and the shape that one must have.
///
/// An operation of your own whose response is a struct needs one line. Name the fields without which the response says nothing:
///
/// ```
/// use authing_core::wire::{ResponseShape, Shape};
///
/// #[derive(serde::Deserialize)]
/// struct Org { _id: String }
///
/// impl ResponseShape for Org {
///     const SHAPE: Shape = Shape::Object(&["_id"]);
/// }
/// ```
pub trait ResponseShape: DeserializeOwned {
    /// The shape. By default an object with at least one field.
    const SHAPE: Shape = Shape::Object(&[]);
}

impl Shape {
    /// Whether a text that matches is sure to be JSON: the others look at how it begins.
    pub(crate) const fn proves_json(self) -> bool {
        match self {
            Self::Bool | Self::Object(_) | Self::AnyOf(_) => true,
            Self::Any | Self::String | Self::List | Self::Outcome => false,
            Self::NullOr(shape) => shape.proves_json(),
        }
    }

    /// Whether a text is sure to match, if it is JSON: the one required field comes first, is a string, and nothing repeats its name. It
    /// says no of much that matches.
    pub(crate) fn matches_if_json(self, json: &str) -> bool {
        let Self::Object([name]) = self else { return false };
        let value = json.strip_prefix("{\"").and_then(|rest| rest.strip_prefix(name)?.strip_prefix("\":"));
        // With a backslash, a name may be written in another way.
        value.is_some_and(|rest| rest.starts_with('"') && !rest.contains(name) && !rest.contains('\\'))
    }

    /// Whether a response has the shape. Of an [`Outcome`](Self::Outcome), that it is an object: what it says is another question.
    pub(crate) fn matches(self, json: &str) -> bool {
        let json = json.trim();
        match self {
            Self::Any => true,
            Self::Bool => matches!(json, "true" | "false"),
            Self::String => json.starts_with('"') && json != "\"\"",
            Self::List => json.starts_with('['),
            Self::Outcome => Self::Object(&[]).matches(json),
            Self::NullOr(shape) => json == "null" || shape.matches(json),
            Self::AnyOf(fields) => {
                RawObject::read(json).is_ok_and(|object| fields.iter().any(|name| object.json(name).is_some()))
            }
            Self::Object([name]) => field(json, name).is_some(),
            Self::Object(required) => RawObject::read(json).is_ok_and(|object| {
                object.names().next().is_some() && required.iter().all(|name| object.json(name).is_some())
            }),
        }
    }
}

impl ResponseShape for bool {
    const SHAPE: Shape = Shape::Bool;
}

impl ResponseShape for String {
    const SHAPE: Shape = Shape::String;
}

impl ResponseShape for serde_json::Value {
    const SHAPE: Shape = Shape::Any;
}

impl ResponseShape for () {
    const SHAPE: Shape = Shape::Any;
}

impl ResponseShape for IgnoredAny {
    const SHAPE: Shape = Shape::Any;
}

impl<T: DeserializeOwned> ResponseShape for Vec<T> {
    const SHAPE: Shape = Shape::List;
}

impl<T: ResponseShape> ResponseShape for Option<T> {
    const SHAPE: Shape = Shape::NullOr(&T::SHAPE);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_matches_what_it_says() {
        let user = Shape::Object(&["_id"]);
        let cases = [
            (Shape::Any, "null", true),
            (Shape::Bool, " false\n", true),
            (Shape::Bool, "0", false),
            (Shape::String, r#""x""#, true),
            (Shape::String, r#""""#, false),
            (Shape::String, "null", false),
            (Shape::List, "[]", true),
            (Shape::List, "{}", false),
            (Shape::Object(&[]), r#"{"a":null}"#, false),
            (Shape::Object(&[]), r#"{"a":false}"#, true),
            (user, r#"{"_id":"x"}"#, true),
            (user, r#"{"_id":null,"name":"x"}"#, false),
            (user, r#"["_id"]"#, false),
            (Shape::AnyOf(&["a", "b"]), r#"{"b":0}"#, true),
            (Shape::AnyOf(&["a", "b"]), r#"{"b":null,"c":0}"#, false),
            (Shape::NullOr(&Shape::Bool), "null", true),
            (Shape::NullOr(&Shape::Bool), "[]", false),
        ];
        for (shape, json, expected) in cases {
            assert_eq!(shape.matches(json), expected, "{shape:?} {json}");
            assert!(!shape.matches_if_json(json) || expected, "{shape:?} {json}");
            let more = format!(r#"{json},"x":{json}"#);
            assert!(!shape.proves_json() || !shape.matches(&more), "{shape:?} {more}");
        }
    }

    #[test]
    fn required_text_that_comes_first_is_enough_if_nothing_repeats_its_name() {
        let user = Shape::Object(&["_id"]);
        assert!(user.matches_if_json(r#"{"_id":"x","name":"y"}"#));
        for doubtful in [
            r#"{"_id":null}"#,
            r#"{"_id": null}"#,
            r#"{"name":"y","_id":"x"}"#,
            r#"{"_id":"x","_id":null}"#,
            r#"{"_id":"x","\u005fid":null}"#,
            r#"["_id"]"#,
        ] {
            assert!(!user.matches_if_json(doubtful), "{doubtful}");
        }
    }
}
