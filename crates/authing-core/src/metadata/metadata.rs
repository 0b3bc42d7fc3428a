use std::fmt;

use serde::{Deserialize, Serialize};

use crate::types::List;
use crate::wire::{ResponseShape, Shape};

/// The metadata of a user (`UserMetaDataList`): custom fields in the service's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Metadata(List<MetadataField>);

impl ResponseShape for Metadata {
    const SHAPE: Shape = <List<MetadataField>>::SHAPE;
}

/// A custom field.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MetadataField {
    /// The name of the field.
    pub key: String,
    /// The value of the field.
    #[serde(default)]
    pub value: Option<String>,
}

impl fmt::Debug for MetadataField {
    /// Hides the value, which may be personal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, value: _ } = self;
        f.debug_struct("MetadataField").field("key", key).finish_non_exhaustive()
    }
}

impl Metadata {
    /// The value of a field.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.iter().find(|field| field.key == key)?.value.as_deref()
    }

    /// The fields.
    pub fn iter(&self) -> std::slice::Iter<'_, MetadataField> {
        self.0.list.iter()
    }

    /// The number of fields.
    pub fn len(&self) -> usize {
        self.0.list.len()
    }

    /// Whether there are no fields.
    pub fn is_empty(&self) -> bool {
        self.0.list.is_empty()
    }
}

impl<'a> IntoIterator for &'a Metadata {
    type Item = &'a MetadataField;
    type IntoIter = std::slice::Iter<'a, MetadataField>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
