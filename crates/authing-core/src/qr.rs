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
