//! The status of a QR code.
//!
//! Wire: `GET {host}/api/v3/get-qrcode-status`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields, texts};
use crate::{Method, Operation, QrCodeId, Service, Token};

fields! {
    /// Reads the status of a QR code.
    pub struct GetQrCodeStatus {
        /// The id of the code (`qrcodeId`).
        id: QrCodeId = "qrcodeId";
    }
}

texts! {
    /// The state of a QR code.
    pub enum QrCodeState {
        /// No user has scanned the code.
        Pending = "PENDING",
        /// A user has scanned the code.
        Scanned = "SCANNED",
        /// The user has confirmed the login.
        Authorized = "AUTHORIZED",
        /// The user has cancelled the login.
        Cancelled = "CANCELLED",
        /// The code has expired.
        Expired = "EXPIRED",
        /// The login failed.
        Error = "ERROR",
    }
}

/// The status of a QR code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QrCodeStatus {
    /// The state.
    pub status: QrCodeState,
    /// The ticket of a confirmed code, which is exchanged for tokens.
    pub ticket: Option<Token>,
    /// The user who has scanned the code.
    pub brief_user_info: Option<QrCodeUser>,
}

/// The user who has scanned a QR code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct QrCodeUser {
    /// The name to show.
    pub display_name: Option<String>,
    /// The URL of the photo.
    pub photo: Option<String>,
}

impl GetQrCodeStatus {
    /// Creates the request from its required arguments.
    pub fn new(id: impl Into<QrCodeId>) -> Self {
        Self { id: id.into() }
    }
}

impl Operation for GetQrCodeStatus {
    type Needs = needs::AnyApplication;
    type Response = QrCodeStatus;

    const NAME: &'static str = "getQrCodeStatus";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Get, "/api/v3/get-qrcode-status", Encoding::Query, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for QrCodeStatus {
    const SHAPE: Shape = Shape::Object(&["status"]);
}
