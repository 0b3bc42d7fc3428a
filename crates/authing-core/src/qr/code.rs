//! A QR code.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::QrCodeId;
use crate::wire::{ResponseShape, Shape};

/// A QR code to show.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct QrCode {
    /// The name of the code.
    #[serde(rename = "qrcodeId")]
    pub id: QrCodeId,
    /// The URL of the picture.
    #[serde(rename = "qrcodeUrl")]
    pub url: String,
}

impl ResponseShape for QrCode {
    const SHAPE: Shape = Shape::Object(&["qrcodeId"]);
}

impl fmt::Debug for QrCode {
    /// Hides the URL of the picture, which may hold the code's name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, url: _ } = self;
        f.debug_struct("QrCode").field("id", id).finish_non_exhaustive()
    }
}
