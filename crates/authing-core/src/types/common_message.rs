use serde::Deserialize;

use crate::ErrorCode;
use crate::wire::loose_number;

/// A result without data (`CommonMessage` of the schema, and REST responses without `data`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
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

impl CommonMessage {
    /// The code of the service; 200 is success.
    pub fn code(&self) -> Option<ErrorCode> {
        self.code.map(ErrorCode)
    }
}
