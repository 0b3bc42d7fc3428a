use serde::Deserialize;

use crate::wire::{ResponseShape, Shape};

/// A role in a namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Role {
    /// The id.
    pub id: Option<String>,
    /// The code, which is unique in the namespace.
    pub code: String,
    /// The name to show.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The namespace.
    pub namespace: Option<String>,
    /// The namespace's name.
    pub namespace_name: Option<String>,
    /// The status: `ENABLE` or `DISABLE`.
    pub status: Option<String>,
}

impl ResponseShape for Role {
    const SHAPE: Shape = Shape::Object(&["code"]);
}
