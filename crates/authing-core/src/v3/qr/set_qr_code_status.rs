//! What the scanning app tells.
//!
//! Wire: `POST {host}/api/v3/set-qrcode-status`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields, texts};
use crate::{Method, Operation, QrCodeId, Service};

fields! {
    /// Tells what the user of the scanning app does with a QR code: the app's half of the login.
    pub struct SetQrCodeStatus {
        /// The name of the code.
        id: QrCodeId = "qrcodeId";
        /// What the user does.
        action: QrCodeAction = "action";
    }
}

texts! {
    /// What a user does with a QR code.
    pub enum QrCodeAction {
        /// Scans it.
        Scan = "SCAN",
        /// Confirms the login.
        Confirm = "CONFIRM",
        /// Cancels the login.
        Cancel = "CANCEL",
    }
}

impl SetQrCodeStatus {
    /// The request, with nothing that may be left out.
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
