use serde::{Deserialize, Serialize};

use crate::ErrorCode;
use crate::wire::{ResponseShape, Shape, loose_number};

/// A result without data (`CommonMessage` of the schema, and REST responses without `data`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CommonMessage {
    /// The sentence of the service, in Chinese.
    #[serde(default)]
    pub message: Option<String>,
    /// The code of the service; 200 is success.
    #[serde(default, deserialize_with = "loose_number")]
    code: Option<i64>,
    /// Whether the operation succeeded, if the service says so.
    #[serde(default)]
    pub status: Option<bool>,
}

impl ResponseShape for CommonMessage {
    const SHAPE: Shape = Shape::Outcome;
}

impl CommonMessage {
    /// The code of the service; 200 is success.
    pub fn code(&self) -> Option<ErrorCode> {
        self.code.map(ErrorCode)
    }
}
