//! The arguments of a raw request: any JSON of the caller.

use serde_json::Value;

use super::{Arguments, Purpose};
use crate::wire::Argument;

impl<'a> Arguments<'a> {
    /// Adds any value of the caller of a raw request. Its meaning is not known, so that every text and number
    /// in it is hidden.
    pub fn insert_json(&mut self, name: &'a str, value: &'a Value) {
        let value = self.json(value);
        self.insert_dynamic(name, value);
    }

    /// Adds a value of a raw request, whose texts, numbers and lists may stand in a path or a query.
    pub(crate) fn insert_plain_json(&mut self, name: &'a str, value: &'a Value) {
        let value = self.plain_json(value);
        self.insert_dynamic(name, value);
    }

    fn plain_json(&self, value: &'a Value) -> Argument<'a> {
        match value {
            Value::String(text) => Argument::Secret(text),
            Value::Bool(flag) => Argument::Bool(*flag),
            Value::Array(values) => Argument::Array(values.iter().map(|value| self.plain_json(value)).collect()),
            value => self.json(value),
        }
    }

    /// Any JSON of a caller. Its meaning is not known, so that every text and number in it is hidden.
    pub(crate) fn json(&self, value: &'a Value) -> Argument<'a> {
        // A JSON value can always be written as JSON.
        let raw = || Argument::Json(serde_json::value::to_raw_value(value).unwrap_or_default());
        match (self.purpose, value) {
            (Purpose::Send(..), _) | (Purpose::Mask, Value::Number(_)) => raw(),
            (Purpose::Mask, Value::String(text)) => Argument::Secret(text),
            (Purpose::Mask, Value::Array(values)) => Argument::Array(values.iter().map(|it| self.json(it)).collect()),
            (Purpose::Mask, Value::Object(values)) => {
                Argument::Array(values.values().map(|it| self.json(it)).collect())
            }
            (Purpose::Mask, Value::Null | Value::Bool(_)) => Argument::Bool(true),
        }
    }
}
