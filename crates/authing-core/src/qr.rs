//! Logins by QR code.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`QrLogin`], a flow | `login_by_wxapp_qr`, `login_by_app_qr` | `startWXAppScaning`, `qrlogin.startScanning` |
//! | [`GenerateWxappQr`], [`CheckWxappQr`] | (with `call`) | `genQRCode`, `checkQR` |
//! | [`GenerateAppQr`], [`CheckAppQr`], [`ExchangeTicket`] | (with `call`) | `qrlogin.geneCode`, `qrlogin.checkCodeStatus`, `qrlogin.exchangeUserInfo` |

mod app;
mod code;
mod flow;
mod scene;
mod wxapp;

pub use self::app::{AppQrStatus, CheckAppQr, ExchangeTicket, GenerateAppQr, ScannedUser};
pub use self::code::QrCode;
pub use self::flow::{QrEvent, QrLogin};
pub use self::scene::{AppScene, QrStatus, Scene, WxappScene};
pub use self::wxapp::{CheckWxappQr, GenerateWxappQr, WxappQr};
use crate::client::methods::notifying_methods;
use crate::principal::Visitor;
use crate::types::User;

notifying_methods! {
    /// # QR codes: login
    impl [] Visitor as Visitor {
        /// Logs in by a QR code that the user confirms in a mini-program: see [`QrLogin`]. `on_event` gets the code to
        /// show, and what happens to it.
        ///
        /// # Errors
        ///
        /// * [`Error::Declined`](crate::Error::Declined) if the user cancels.
        /// * [`Error::TimedOut`](crate::Error::TimedOut) if the code expires or is not confirmed within 5 minutes.
        fn login_by_wxapp_qr(context, scene: WxappScene; QrEvent) -> User = QrLogin::new(context, scene);
        /// Logs in by a QR code that the user scans with an app: see [`QrLogin`]. `on_event` gets the code to show, and
        /// what happens to it.
        ///
        /// # Errors
        ///
        /// * [`Error::Declined`](crate::Error::Declined) if the user cancels.
        /// * [`Error::TimedOut`](crate::Error::TimedOut) if the code expires or is not confirmed within 5 minutes.
        fn login_by_app_qr(context, scene: AppScene; QrEvent) -> User = QrLogin::new(context, scene);
    }
}
