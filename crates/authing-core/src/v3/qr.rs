//! Logins by QR code.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`GeneQrCode`] | `sign_in_by_qr_code` | `POST /api/v3/gene-qrcode` |
//! | [`GetQrCodeStatus`] | `sign_in_by_qr_code` | `GET /api/v3/get-qrcode-status` |
//! | [`ExchangeQrCodeTicket`] | `sign_in_by_qr_code` | `POST /api/v3/exchange-tokenset-with-qrcode-ticket` |
//! | [`SetQrCodeStatus`] | `set_qr_code_status` | `POST /api/v3/set-qrcode-status` |

mod application_scene;
mod exchange_qr_code_ticket;
mod gene_qr_code;
mod get_qr_code_status;
mod set_qr_code_status;

pub use self::application_scene::ApplicationScene;
pub use self::exchange_qr_code_ticket::ExchangeQrCodeTicket;
pub use self::gene_qr_code::{GeneQrCode, GeneratedQrCode, QrCodeKind};
pub use self::get_qr_code_status::{GetQrCodeStatus, QrCodeState, QrCodeStatus, QrCodeUser};
pub use self::set_qr_code_status::{QrCodeAction, SetQrCodeStatus};
use crate::QrCodeId;
use crate::application::TokenSet;
use crate::client::methods::{methods, notifying_methods};
use crate::principal::{Application, ApplicationUser};
use crate::qr::{QrEvent, QrLogin};

notifying_methods! {
    /// # Logging in by QR code
    impl [] Application as Application of (AuthenticationClient AsyncAuthenticationClient) {
        /// Creates a QR code, polls until a user confirms it, and exchanges it for tokens. Polls once a second, for five minutes at
        /// most. `on_event` gets the code to show, and its events. Dropping the future cancels the login. See [`ApplicationScene`].
        ///
        /// # Errors
        ///
        /// * [`Error::Declined`](crate::Error::Declined) if the user cancels.
        /// * [`Error::TimedOut`](crate::Error::TimedOut) if the code expires or is not confirmed within 5 minutes.
        fn sign_in_by_qr_code(context, code: impl Into<GeneQrCode>; QrEvent) -> TokenSet = QrLogin::new(context, ApplicationScene::new(context, code));
    }
}

methods! {
    /// # The app that scans a QR code
    impl [] ApplicationUser as ApplicationUser of (AuthenticationClient AsyncAuthenticationClient) {
        /// Reports the user's action on a QR code. See [`SetQrCodeStatus`].
        fn set_qr_code_status(id: impl Into<QrCodeId>, action: QrCodeAction) -> () = SetQrCodeStatus::new(id, action);
    }
}
