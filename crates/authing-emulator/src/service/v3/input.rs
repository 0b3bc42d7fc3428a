//! Arguments as clients write them: of a body with their types, of a query as text.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::error::V3Error;

/// `true`, or as text in a query: `true` (Node) or `True` (Python).
pub(crate) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Bool(flag) => flag,
        Value::String(text) => text.eq_ignore_ascii_case("true"),
        _ => false,
    })
}

/// `null` is an argument that was not given.
pub(crate) fn or_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A number, or its digits as text; Go writes a large one as `1.7e+12`. Anything else is left out.
pub(crate) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok().or_else(|| whole(text.trim().parse().ok()?)),
        _ => None,
    })
}

fn whole(number: f64) -> Option<i64> {
    // Every whole number up to here is exact.
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
    let whole = number as i64;
    (number.fract() == 0.0 && number.abs() <= LARGEST).then_some(whole)
}

/// A list, or one text with commas. In a query, Go writes `[a b]` and Java `[a, b]`.
pub(crate) fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Array(items) => items.into_iter().filter_map(text).collect(),
        Value::String(text) => {
            let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            let is_end = |character| character == ',' || (inner.is_some() && matches!(character, ' ' | '"'));
            let items = inner.unwrap_or(&text).split(is_end);
            items.filter(|item| !item.is_empty()).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    })
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// An argument that must be there and not empty.
pub(crate) fn required<'a>(value: Option<&'a str>, name: &str) -> Result<&'a str, V3Error> {
    value.filter(|value| !value.is_empty()).ok_or_else(|| V3Error::malformed(name))
}

/// The most ids that a batch takes: as many as a page has.
pub(crate) const LARGEST_BATCH: usize = 50;

/// A batch that is neither empty nor too large.
pub(crate) fn check_batch<T>(items: &[T], name: &str) -> Result<(), V3Error> {
    match items.len() {
        0 => Err(V3Error::malformed(name)),
        count if count > LARGEST_BATCH => Err(V3Error::too_many(name, LARGEST_BATCH)),
        _ => Ok(()),
    }
}
