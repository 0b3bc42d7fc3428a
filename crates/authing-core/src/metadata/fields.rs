use std::fmt;

use serde::Deserialize;

use crate::types::List;

/// A user's custom fields (`UserMetaDataList`), in the service's order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Fields(List<Field>);

/// A custom field.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Field {
    /// Its name.
    pub key: String,
    /// Its value.
    #[serde(default)]
    pub value: Option<String>,
}

impl fmt::Debug for Field {
    /// The value is whatever a program keeps of a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, value: _ } = self;
        f.debug_struct("Field").field("key", key).finish_non_exhaustive()
    }
}

impl Fields {
    /// The value of a field.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.iter().find(|field| field.key == key)?.value.as_deref()
    }

    /// The fields.
    pub fn iter(&self) -> std::slice::Iter<'_, Field> {
        self.0.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.list.is_empty()
    }
}

impl<'a> IntoIterator for &'a Fields {
    type Item = &'a Field;
    type IntoIter = std::slice::Iter<'a, Field>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
