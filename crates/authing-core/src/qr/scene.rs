//! What differs between a QR code for a mini-program and one for an app; [`QrLogin`](super::QrLogin) is the same for both.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;

use super::{AppQrStatus, CheckAppQr, ConfirmWxappQr, GenerateAppQr, GenerateWxappQr, Person, WxappQr};
use crate::context::Context;
use crate::types::User;
use crate::{Code, Error, Operation, QrCodeId, Token};

/// A QR code to show.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct QrCode {
    /// Names it.
    #[serde(rename = "qrcodeId")]
    pub id: QrCodeId,
    /// The address of its picture.
    #[serde(rename = "qrcodeUrl")]
    pub url: String,
}

impl fmt::Debug for QrCode {
    /// The address of the picture may hold the code's name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, url: _ } = self;
        f.debug_struct("QrCode").field("id", id).finish_non_exhaustive()
    }
}

/// How a QR code is made, asked about, and at which pace.
pub trait Scene {
    /// Makes a code.
    type Generate: Operation;
    /// Asks what has become of it.
    type Check: Operation;

    /// How long to wait between two questions.
    const PACE: Duration;

    /// Makes a code.
    fn generate(&self, context: &Context) -> Self::Generate;
    /// The code that was made.
    fn code(made: &Self::Generate, answer: <Self::Generate as Operation>::Answer) -> QrCode;
    /// Asks what has become of it.
    fn check(&self, code: &QrCode) -> Self::Check;
    /// What has become of it.
    fn sighting(outcome: Result<<Self::Check as Operation>::Answer, Error>) -> Result<Sighting, Error>;
}

/// What has become of a QR code.
#[derive(Debug)]
pub enum Sighting {
    /// Nothing yet.
    Nothing,
    /// Somebody has scanned it.
    Scanned(Person),
    /// It was confirmed; here is a ticket for the user.
    Ticket(Token),
    /// It was confirmed; here is the user.
    User(Box<User>),
    /// It was cancelled.
    Cancelled,
    /// Its time is up.
    Expired,
}

/// A QR code that a mini-program confirms.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wxapp {
    /// Whether the mini-program is the pool's own.
    pub use_self_wxapp: bool,
    /// Whether the mini-program asks for the phone number.
    pub enable_fetch_phone: bool,
}

/// How long the name of a mini-program's QR code is: the longest that the service takes.
const RANDOM: usize = 24;

impl Scene for Wxapp {
    type Generate = GenerateWxappQr;
    type Check = ConfirmWxappQr;

    const PACE: Duration = Duration::from_millis(1500);

    fn generate(&self, context: &Context) -> GenerateWxappQr {
        let Self { use_self_wxapp, enable_fetch_phone } = *self;
        // Without randomness there is no name, and an empty one is refused before it is sent.
        let random = context.random_word(RANDOM).unwrap_or_default();
        GenerateWxappQr { random: random.into(), use_self_wxapp, enable_fetch_phone }
    }

    fn code(made: &GenerateWxappQr, answer: WxappQr) -> QrCode {
        QrCode { id: made.random.clone(), url: answer.qrcode }
    }

    fn check(&self, code: &QrCode) -> ConfirmWxappQr {
        ConfirmWxappQr { random: code.id.clone(), use_self_wxapp: self.use_self_wxapp }
    }

    /// "Not yet" comes as a refusal: code 500, `have not been authed`.
    fn sighting(outcome: Result<User, Error>) -> Result<Sighting, Error> {
        match outcome {
            Ok(user) => Ok(Sighting::User(Box::new(user))),
            Err(Error::Refused(refusal)) if refusal.code == Some(Code::FAILED) && refusal.message.contains(NOT_YET) => {
                Ok(Sighting::Nothing)
            }
            Err(error) => Err(error),
        }
    }
}

/// What the service says of a QR code that nobody has confirmed.
pub(super) const NOT_YET: &str = "have not been authed";

/// A QR code that an app scans.
#[derive(Clone, Debug, Default)]
pub struct App {
    /// What the app is to see beside the code.
    pub custom: Vec<(String, String)>,
}

impl Scene for App {
    type Generate = GenerateAppQr;
    type Check = CheckAppQr;

    const PACE: Duration = Duration::from_millis(800);

    fn generate(&self, _context: &Context) -> GenerateAppQr {
        GenerateAppQr { custom: self.custom.clone() }
    }

    fn code(_made: &GenerateAppQr, answer: QrCode) -> QrCode {
        answer
    }

    fn check(&self, code: &QrCode) -> CheckAppQr {
        CheckAppQr { id: code.id.clone() }
    }

    fn sighting(outcome: Result<AppQrStatus, Error>) -> Result<Sighting, Error> {
        Ok(match outcome? {
            AppQrStatus { expired: true, .. } => Sighting::Expired,
            AppQrStatus { canceled: true, .. } => Sighting::Cancelled,
            AppQrStatus { success: true, ticket: Some(ticket), .. } => Sighting::Ticket(ticket),
            AppQrStatus { scanned: true, user_info, .. } => Sighting::Scanned(user_info.unwrap_or_default()),
            _ => Sighting::Nothing,
        })
    }
}
