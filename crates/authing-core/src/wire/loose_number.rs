//! Numbers in the service's JSON.

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, Unexpected};

/// Reads a number from a JSON number or string: `JwtDecodedData.iat` is a String in the schema and a number in the
/// documentation. `null` and an empty string are `None`.
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

/// A [`loose_number`] as a value of its own.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct LooseNumber(#[serde(deserialize_with = "loose_number")] pub(crate) Option<i64>);
