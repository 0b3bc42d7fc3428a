use serde::Deserialize;

use super::CustomData;
use crate::wire::{ResponseShape, Shape};

/// A group of users.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Group {
    /// The id.
    pub id: Option<String>,
    /// The code, which is unique.
    pub code: String,
    /// The name to show.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The kind: `static` or `dynamic`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The custom data, if requested.
    pub custom_data: Option<CustomData>,
    /// The fields of the response that have no field here. If they are requested as top-level fields (`flat_custom_data`), the
    /// custom data are among them.
    #[serde(flatten)]
    pub other_fields: CustomData,
}

impl ResponseShape for Group {
    const SHAPE: Shape = Shape::Object(&["code"]);
}
