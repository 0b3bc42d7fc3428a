use crate::wire::{ResponseShape, Shape};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A page of a long list. The first page is number 1 in every operation; if the service counts from 0, the number is converted.
/// Page 0 is rejected before anything is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The page, from 1.
    pub number: u32,
    /// The number of entries on a page.
    pub size: u32,
}

impl Default for Page {
    /// The first ten, as in the published clients.
    fn default() -> Self {
        Self { number: 1, size: 10 }
    }
}

impl Page {
    /// A page of `size` entries; the first is number 1.
    pub const fn new(number: u32, size: u32) -> Self {
        Self { number, size }
    }
}

/// A list, or a page of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", bound(deserialize = "T: Deserialize<'de>"))]
#[non_exhaustive]
pub struct List<T> {
    /// The number of entries on all pages.
    pub total_count: Option<i64>,
    /// The entries.
    #[serde(default = "Vec::new", deserialize_with = "null_as_empty")]
    pub list: Vec<T>,
}

impl<T: DeserializeOwned> ResponseShape for List<T> {
    const SHAPE: Shape = Shape::AnyOf(&["list", "totalCount"]);
}

impl<T> Default for List<T> {
    /// A list without entries.
    fn default() -> Self {
        Self { total_count: Some(0), list: Vec::new() }
    }
}

/// `null` is a list without entries.
fn null_as_empty<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}
