//! The two kinds of QR codes: for a mini-program and for an app. [`QrLogin`](super::QrLogin) is the same for both.

use std::convert::Infallible;
use std::time::Duration;

use super::{
    AppQrStatus, CheckAppQr, CheckWxappQr, ExchangeTicket, GenerateAppQr, GenerateWxappQr, QrCode, ScannedUser, WxappQr,
};
use crate::call_context::CallContext;
use crate::flow::{Call, Flow};
use crate::random::Random;
use crate::types::User;
use crate::{Error, ErrorCode, Operation, Token};

/// A kind of QR code: its operations and its poll interval.
pub trait Scene {
    /// The operation that creates a code.
    type Generate: Operation;
    /// The operation that checks the status of a code.
    type Check: Operation;
    /// The result of a login.
    type Output;
    /// The flow that exchanges the ticket of a confirmed code for the result.
    type Exchange: Flow<Notification = Infallible, Output = Self::Output>;

    /// The time between two checks.
    const POLL_INTERVAL: Duration;

    /// Creates a code.
    fn generate(&self, random: &Random) -> Self::Generate;
    /// Reads the code from the response.
    fn code(request: &Self::Generate, response: <Self::Generate as Operation>::Response) -> QrCode;
    /// Checks the status of a code.
    fn check(&self, code: &QrCode) -> Self::Check;
    /// Reads the status from the result of a check.
    ///
    /// # Errors
    ///
    /// The error of the check, unless it means a status.
    fn status(outcome: Result<<Self::Check as Operation>::Response, Error>) -> Result<QrStatus<Self::Output>, Error>;
    /// Exchanges a ticket for the result of the login.
    fn exchange(&self, context: &CallContext, ticket: Token) -> Self::Exchange;
}

/// The status of a QR code.
#[derive(Debug)]
pub enum QrStatus<T = User> {
    /// No user has scanned the code.
    Pending,
    /// A user has scanned the code.
    Scanned(ScannedUser),
    /// The user has confirmed the login; a ticket to exchange for the user.
    Ticket(Token),
    /// The user has confirmed the login.
    User(Box<T>),
    /// The user has cancelled the login.
    Cancelled,
    /// The code has expired.
    Expired,
}

/// A QR code that a mini-program confirms.
#[derive(Clone, Copy, Debug, Default)]
pub struct WxappScene {
    /// Whether the mini-program is the pool's own.
    pub use_self_wxapp: bool,
    /// Whether the mini-program asks for the phone number.
    pub enable_fetch_phone: bool,
}

/// The length of the id of a mini-program's QR code: the longest that the service accepts.
const RANDOM: usize = 24;

impl WxappScene {
    /// The sentence of the service for a QR code that no user has confirmed.
    pub const PENDING_MESSAGE: &str = "have not been authed";
}

impl Scene for WxappScene {
    type Generate = GenerateWxappQr;
    type Check = CheckWxappQr;
    type Output = User;
    type Exchange = Call<ExchangeTicket>;

    const POLL_INTERVAL: Duration = Duration::from_millis(1500);

    fn generate(&self, random: &Random) -> GenerateWxappQr {
        let Self { use_self_wxapp, enable_fetch_phone } = *self;
        // Without randomness the id is empty, and the operation rejects it before it is sent.
        let random = random.alphanumeric(RANDOM).unwrap_or_default();
        GenerateWxappQr { random: random.into(), use_self_wxapp, enable_fetch_phone }
    }

    fn code(request: &GenerateWxappQr, response: WxappQr) -> QrCode {
        QrCode { id: request.random.clone(), url: response.qrcode }
    }

    fn check(&self, code: &QrCode) -> CheckWxappQr {
        CheckWxappQr { random: code.id.clone(), use_self_wxapp: self.use_self_wxapp }
    }

    /// Pending is a service error: code 500, `have not been authed`.
    fn status(outcome: Result<User, Error>) -> Result<QrStatus, Error> {
        match outcome {
            Ok(user) => Ok(QrStatus::User(Box::new(user))),
            Err(Error::Service(error))
                if error.code == Some(ErrorCode::FAILED) && error.message.contains(WxappScene::PENDING_MESSAGE) =>
            {
                Ok(QrStatus::Pending)
            }
            Err(error) => Err(error),
        }
    }

    fn exchange(&self, context: &CallContext, ticket: Token) -> Call<ExchangeTicket> {
        Call::new(context, ExchangeTicket { ticket })
    }
}

/// A QR code that an app scans.
#[derive(Clone, Debug, Default)]
pub struct AppScene {
    /// The fields that the app receives with the code.
    pub custom: Vec<(String, String)>,
}

impl Scene for AppScene {
    type Generate = GenerateAppQr;
    type Check = CheckAppQr;
    type Output = User;
    type Exchange = Call<ExchangeTicket>;

    const POLL_INTERVAL: Duration = Duration::from_millis(800);

    fn generate(&self, _random: &Random) -> GenerateAppQr {
        GenerateAppQr { custom: self.custom.clone() }
    }

    fn code(_request: &GenerateAppQr, response: QrCode) -> QrCode {
        response
    }

    fn check(&self, code: &QrCode) -> CheckAppQr {
        CheckAppQr { id: code.id.clone() }
    }

    fn status(outcome: Result<AppQrStatus, Error>) -> Result<QrStatus, Error> {
        Ok(match outcome? {
            AppQrStatus { expired: true, .. } => QrStatus::Expired,
            AppQrStatus { canceled: true, .. } => QrStatus::Cancelled,
            AppQrStatus { success: true, ticket: Some(ticket), .. } => QrStatus::Ticket(ticket),
            AppQrStatus { scanned: true, user_info, .. } => QrStatus::Scanned(user_info.unwrap_or_default()),
            _ => QrStatus::Pending,
        })
    }

    fn exchange(&self, context: &CallContext, ticket: Token) -> Call<ExchangeTicket> {
        Call::new(context, ExchangeTicket { ticket })
    }
}
