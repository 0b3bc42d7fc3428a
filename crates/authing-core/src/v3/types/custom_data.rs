use std::fmt;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::wire::{Argument, Arguments, ResponseShape, Shape, ToArgument};

/// The data of a program for a user, a role, a group or a department, by name. `Debug` shows the names only.
///
/// ```
/// use authing_core::v3::types::CustomData;
///
/// let data = CustomData::new().with("age", 20).with("school", "Tsinghua");
/// assert_eq!(data.get("age"), Some(&20.into()));
/// assert_eq!(format!("{data:?}"), r#"{"age", "school"}"#);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct CustomData(Map<String, Value>);

impl CustomData {
    /// Creates an empty set of data.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value.
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }

    /// Returns the value of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// Returns all values with their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Whether the data are empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Map<String, Value>> for CustomData {
    fn from(data: Map<String, Value>) -> Self {
        Self(data)
    }
}

impl ToArgument for CustomData {
    fn to_argument<'a>(&'a self, to: &mut Arguments<'a>) -> Argument<'a> {
        self.0.to_argument(to)
    }
}

impl fmt::Debug for CustomData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// A JSON value. `Debug` does not show it.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct PersonalJson(pub Value);

impl From<Value> for PersonalJson {
    fn from(value: Value) -> Self {
        Self(value)
    }
}

impl ToArgument for PersonalJson {
    fn to_argument<'a>(&'a self, to: &mut Arguments<'a>) -> Argument<'a> {
        to.json(&self.0)
    }
}

impl fmt::Debug for PersonalJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonalJson(…)")
    }
}

impl ResponseShape for PersonalJson {
    const SHAPE: Shape = Shape::Object(&[]);
}
