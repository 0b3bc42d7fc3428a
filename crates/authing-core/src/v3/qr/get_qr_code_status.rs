//! What has become of a QR code.
//!
//! Wire: `GET {host}/api/v3/get-qrcode-status`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields, texts};
use crate::{Method, Operation, QrCodeId, Service, Token};

fields! {
    /// Asks what has become of a QR code.
    pub struct GetQrCodeStatus {
        /// The name of the code.
        id: QrCodeId = "qrcodeId";
    }
}

texts! {
    /// The state of a QR code.
    pub enum QrCodeState {
        /// No user has scanned it.
        Pending = "PENDING",
        /// A user has scanned it.
        Scanned = "SCANNED",
        /// The user has confirmed the login.
        Authorized = "AUTHORIZED",
        /// The user has cancelled the login.
        Cancelled = "CANCELLED",
        /// It has expired.
        Expired = "EXPIRED",
        /// It failed.
        Error = "ERROR",
    }
}

/// What has become of a QR code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct QrCodeStatus {
    /// The state.
    pub status: QrCodeState,
    /// What a confirmed code is exchanged with for tokens.
    pub ticket: Option<Token>,
    /// The user who has scanned it.
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
    /// The request, with nothing that may be left out.
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
