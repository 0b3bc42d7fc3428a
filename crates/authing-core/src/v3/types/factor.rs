use serde::Deserialize;

use super::CustomData;
use crate::wire::{ResponseShape, Shape, texts};

texts! {
    /// The kind of a second factor.
    pub enum FactorType {
        /// One-time passwords of a device (TOTP).
        Otp = "OTP",
        /// Codes by SMS.
        Sms = "SMS",
        /// Codes by mail.
        Email = "EMAIL",
        /// A face.
        Face = "FACE",
    }
}

/// A second factor of a user.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Factor {
    /// The id.
    pub factor_id: String,
    /// The kind.
    pub factor_type: FactorType,
    /// The address or number that codes are sent to.
    pub profile: Option<CustomData>,
}

impl ResponseShape for Factor {
    const SHAPE: Shape = Shape::Object(&["factorId"]);
}
