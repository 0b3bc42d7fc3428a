//! The shapes that answers come in, read without copying.

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, Unexpected};
use serde_json::value::RawValue;

/// GraphQL's envelope, and whatever a gateway puts in its place.
#[derive(Deserialize)]
pub(super) struct GraphQlReply<'a> {
    #[serde(borrow, default)]
    pub(super) data: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(super) errors: Option<Vec<GraphQlError<'a>>>,
    #[serde(default, deserialize_with = "loose_number")]
    pub(super) code: Option<i64>,
    #[serde(borrow, default)]
    pub(super) message: Option<&'a RawValue>,
}

#[derive(Deserialize)]
pub(super) struct GraphQlError<'a> {
    #[serde(borrow, default)]
    pub(super) message: Option<&'a RawValue>,
}

/// `message` of a GraphQL error: the service's object, or a plain sentence.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Message {
    Refusal {
        #[serde(default, deserialize_with = "number_or_nothing")]
        code: Option<i64>,
        #[serde(default)]
        message: Option<String>,
        #[serde(default)]
        data: Option<serde_json::Value>,
    },
    Sentence(String),
}

/// The REST envelope, and OAuth 2.0's error.
#[derive(Deserialize)]
pub(super) struct RestReply<'a> {
    #[serde(default, deserialize_with = "loose_number")]
    pub(super) code: Option<i64>,
    #[serde(borrow, default)]
    pub(super) message: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(super) data: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(super) error: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(super) error_description: Option<&'a RawValue>,
}

/// The text of a JSON string; of anything else, nothing.
pub(super) fn text(raw: Option<&RawValue>) -> Option<String> {
    serde_json::from_str(raw?.get()).ok()
}

/// A number, where what stands in its place may be anything: a refusal is one whatever its code.
fn number_or_nothing<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    let value = serde_json::Value::deserialize(from)?;
    Ok(loose_number(value).ok().flatten())
}

/// A number, whether it comes as a number or as a string: `JwtDecodedData.iat` is a String in the schema and a number in the
/// documentation. `null` and an empty string are no number.
pub(crate) fn loose_number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Loose {
        Number(i64),
        Decimal(f64),
        Text(String),
    }
    match Option::<Loose>::deserialize(from)? {
        None => Ok(None),
        Some(Loose::Number(number)) => Ok(Some(number)),
        #[expect(clippy::cast_possible_truncation, reason = "a float-to-int cast saturates")]
        Some(Loose::Decimal(number)) => Ok(Some(number as i64)),
        Some(Loose::Text(text)) if text.trim().is_empty() => Ok(None),
        Some(Loose::Text(text)) => {
            let number = text.trim().parse().map(Some);
            number.map_err(|_| D::Error::invalid_value(Unexpected::Other("another text"), &"a number"))
        }
    }
}
