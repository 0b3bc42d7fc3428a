//! Logging in by QR code.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`QrLogin`], a flow | `login_by_wxapp_qr`, `login_by_app_qr` | `startWXAppScaning`, `qrlogin.startScanning` |
//! | [`GenerateWxappQr`], [`ConfirmWxappQr`] | (with `call`) | `genQRCode`, `checkQR` |
//! | [`GenerateAppQr`], [`CheckAppQr`], [`ExchangeTicket`] | (with `call`) | `qrlogin.geneCode`, `qrlogin.checkCodeStatus`, `qrlogin.exchangeUserInfo` |

mod app;
mod flow;
mod scene;
mod wxapp;

pub use self::app::{AppQrStatus, CheckAppQr, ExchangeTicket, GenerateAppQr, Person};
pub use self::flow::{QrLogin, QrNews};
pub use self::scene::{App, QrCode, Scene, Sighting, Wxapp};
pub use self::wxapp::{ConfirmWxappQr, GenerateWxappQr, WxappQr};
