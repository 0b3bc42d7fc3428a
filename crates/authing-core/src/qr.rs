//! Logins by QR code.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`QrLogin`], a flow | `login_by_wxapp_qr`, `login_by_app_qr` | `startWXAppScaning`, `qrlogin.startScanning` |
//! | [`GenerateWxappQr`], [`CheckWxappQr`] | (with `call`) | `genQRCode`, `checkQR` |
//! | [`GenerateAppQr`], [`CheckAppQr`], [`ExchangeTicket`] | (with `call`) | `qrlogin.geneCode`, `qrlogin.checkCodeStatus`, `qrlogin.exchangeUserInfo` |

mod app;
mod flow;
mod scene;
mod wxapp;

pub use self::app::{AppQrStatus, CheckAppQr, ExchangeTicket, GenerateAppQr, ScannedUser};
pub use self::flow::{QrEvent, QrLogin};
pub use self::scene::{AppScene, QrCode, QrStatus, Scene, WxappScene};
pub use self::wxapp::{CheckWxappQr, GenerateWxappQr, WxappQr};
use crate::client::methods::notifying_methods;
use crate::principal::Visitor;
use crate::types::User;

notifying_methods! {
    /// # QR codes: logging in
    impl [] Visitor as Visitor {
        /// Logs in by a QR code that a mini-program confirms: see [`QrLogin`].
        fn login_by_wxapp_qr(context, scene: WxappScene; QrEvent) -> User = QrLogin::new(context, scene);
        /// Logs in by a QR code that an app scans: see [`QrLogin`].
        fn login_by_app_qr(context, scene: AppScene; QrEvent) -> User = QrLogin::new(context, scene);
    }
}
