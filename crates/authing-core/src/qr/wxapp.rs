//! A QR code that a mini-program confirms.
//!
//! Wire: `GET {oauth}/oauth/wxapp/qrcode/{pool}?random=…&useSelfWxapp=…&enableFetchPhone=…`, then
//! `POST {oauth}/oauth/wxapp/confirm/qr?random=…&useSelfWxapp=…` until it is confirmed. Its response is an envelope in an
//! envelope: `{"code": 200, "data": {"code": 200, "data": <user>, "redirect": …}}`, or an inner code 500 until then.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape};
use crate::{Error, Method, Operation, QrCodeId, Service, SessionEffect};

/// Creates a QR code that a mini-program confirms.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::qr::GenerateWxappQr;
///
/// let random = "A1b2C3d4E5f6".into();
/// let qr = client.call(GenerateWxappQr { random, use_self_wxapp: false, enable_fetch_phone: false })?;
/// println!("show {}", qr.qrcode);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GenerateWxappQr {
    /// The id of the code: 12 to 24 random letters and digits. It must be hard to guess: a program that knows it receives the
    /// login.
    pub random: QrCodeId,
    /// Whether the mini-program is the pool's own.
    pub use_self_wxapp: bool,
    /// Whether the mini-program asks for the phone number.
    pub enable_fetch_phone: bool,
}

/// A QR code that a mini-program confirms.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct WxappQr {
    /// The URL of the picture.
    pub qrcode: String,
}

impl ResponseShape for WxappQr {
    const SHAPE: Shape = Shape::Object(&["qrcode"]);
}

impl fmt::Debug for WxappQr {
    /// Hides the URL of the picture, which may hold the code's name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { qrcode: _ } = self;
        f.debug_struct("WxappQr").finish_non_exhaustive()
    }
}

impl Operation for GenerateWxappQr {
    type Needs = needs::Nothing;
    type Response = WxappQr;

    const NAME: &'static str = "genQRCode";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::Get, "/oauth/wxapp/qrcode/{pool}", Encoding::Query, Envelope::Code);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("pool");
        let random = self.random.expose();
        if !(12..=24).contains(&random.len()) || !random.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            to.reject(Error::invalid_argument("random", "must be 12 to 24 letters and digits"));
        }
        to.insert("random", &self.random);
        to.insert("useSelfWxapp", self.use_self_wxapp);
        to.insert("enableFetchPhone", self.enable_fetch_phone);
    }
}

/// Checks whether a QR code was confirmed.
///
/// # Errors
///
/// [`ErrorCode::FAILED`](crate::ErrorCode::FAILED) until a user confirms the code.
#[derive(Clone, Debug)]
pub struct CheckWxappQr {
    /// The name of the code.
    pub random: QrCodeId,
    /// Whether the mini-program is the pool's own.
    pub use_self_wxapp: bool,
}

impl Operation for CheckWxappQr {
    type Needs = needs::Login;
    type Response = User;

    const NAME: &'static str = "checkQR";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Oauth,
        Method::Post,
        "/oauth/wxapp/confirm/qr",
        Encoding::QueryAndEmptyForm,
        Envelope::NestedCode,
    );
    // Not retried: the flow polls at `POLL_INTERVAL`, and a retry would poll sooner.
    const RETRYABLE: bool = false;
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("random", &self.random);
        to.insert("useSelfWxapp", self.use_self_wxapp);
    }
}
