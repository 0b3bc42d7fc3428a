//! A QR code that an app scans.
//!
//! Wire: `GET {oauth}/qrcode/gene?scene=APP_AUTH&userPoolId=…&<custom>`, `GET {oauth}/qrcode/check?qrcodeId&scene` until it is
//! confirmed, `POST {oauth}/oauth/scan-qrcode/exchangeUserInfoWithTicket` of `{ticket}`.

use serde::{Deserialize, Serialize};

use super::QrCode;
use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape};
use crate::{Method, Operation, QrCodeId, Service, SessionEffect, Token};

/// Creates a QR code that an app scans.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::qr::{CheckAppQr, ExchangeTicket, GenerateAppQr};
///
/// let qr = client.call(GenerateAppQr { custom: vec![("shop".into(), "42".into())] })?;
/// let status = client.call(CheckAppQr { id: qr.id })?;
/// if let Some(ticket) = status.ticket {
///     let user = client.call(ExchangeTicket { ticket })?;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct GenerateAppQr {
    /// The fields that the app receives with the code.
    pub custom: Vec<(String, String)>,
}

impl GenerateAppQr {
    /// The only scene of the service.
    pub const SCENE: &str = "APP_AUTH";
}

impl Operation for GenerateAppQr {
    type Needs = needs::Nothing;
    type Response = QrCode;

    const NAME: &'static str = "qrlogin.geneCode";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::Get, "/qrcode/gene", Encoding::Query, Envelope::Code);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert("scene", GenerateAppQr::SCENE);
        to.insert_pool_id("userPoolId");
        for (name, value) in &self.custom {
            to.insert_dynamic(name, value);
        }
    }
}

/// Checks the status of a QR code.
#[derive(Clone, Debug)]
pub struct CheckAppQr {
    /// The name of the code.
    pub id: QrCodeId,
}

/// The status of a QR code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the fields of the response")]
#[non_exhaustive]
pub struct AppQrStatus {
    /// Whether a user has scanned the code.
    pub scanned: bool,
    /// Whether the code has expired.
    pub expired: bool,
    /// Whether the user has confirmed the login; then there is a ticket.
    pub success: bool,
    /// Whether the user has cancelled the login.
    pub canceled: bool,
    /// The ticket for [`ExchangeTicket`].
    pub ticket: Option<Token>,
    /// The user who scanned the code.
    pub user_info: Option<ScannedUser>,
}

impl ResponseShape for AppQrStatus {
    const SHAPE: Shape = Shape::AnyOf(&["scanned", "expired", "success", "canceled"]);
}

/// The user who scanned a QR code: the data that may be shown before the confirmation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ScannedUser {
    /// The name to show.
    pub nickname: Option<String>,
    /// The URL of the photo.
    pub photo: Option<String>,
}

impl Operation for CheckAppQr {
    type Needs = needs::Nothing;
    type Response = AppQrStatus;

    const NAME: &'static str = "qrlogin.checkCodeStatus";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Oauth, Method::Get, "/qrcode/check", Encoding::Query, Envelope::Code);
    // Not retried: the flow polls at `POLL_INTERVAL`, and a retry would poll sooner.
    const RETRYABLE: bool = false;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("qrcodeId", &self.id);
        to.insert("scene", GenerateAppQr::SCENE);
    }
}

/// Exchanges the ticket of a confirmed QR code for the user, who is then logged in.
#[derive(Clone, Debug)]
pub struct ExchangeTicket {
    /// The ticket; it works once.
    pub ticket: Token,
}

impl Operation for ExchangeTicket {
    type Needs = needs::Login;
    type Response = User;

    const NAME: &'static str = "qrlogin.exchangeUserInfo";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Oauth,
        Method::Post,
        "/oauth/scan-qrcode/exchangeUserInfoWithTicket",
        Encoding::Json,
        Envelope::Code,
    );
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("ticket", &self.ticket);
    }
}
