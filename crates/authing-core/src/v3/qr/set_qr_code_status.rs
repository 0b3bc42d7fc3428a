//! The action of the user of the scanning app.
//!
//! Wire: `POST {host}/api/v3/set-qrcode-status`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields, texts};
use crate::{Method, Operation, QrCodeId, Service};

fields! {
    /// Reports the action of the scanning app's user on a QR code: the app's half of the login.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_NOT_FOUND`](crate::ErrorCode::V3_NOT_FOUND) if there is no such
    ///   code, or it has expired.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_UNPROCESSABLE`](crate::ErrorCode::V3_UNPROCESSABLE) if the user has
    ///   not scanned the code.
    pub struct SetQrCodeStatus {
        /// The id of the code (`qrcodeId`).
        id: QrCodeId = "qrcodeId";
        /// The action.
        action: QrCodeAction = "action";
    }
}

texts! {
    /// The user's action on a QR code.
    pub enum QrCodeAction {
        /// The user has scanned the code.
        Scan = "SCAN",
        /// Confirms the login.
        Confirm = "CONFIRM",
        /// Cancels the login.
        Cancel = "CANCEL",
    }
}

impl SetQrCodeStatus {
    /// Creates the request from its required arguments.
    pub fn new(id: impl Into<QrCodeId>, action: impl Into<QrCodeAction>) -> Self {
        Self { id: id.into(), action: action.into() }
    }
}

impl Operation for SetQrCodeStatus {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "setQrCodeStatus";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/set-qrcode-status",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
