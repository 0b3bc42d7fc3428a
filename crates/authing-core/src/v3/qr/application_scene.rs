//! A QR code of today's service, as a scene of the QR-code login.

use std::sync::Arc;
use std::time::Duration;

use super::{
    ExchangeQrCodeTicket, GeneQrCode, GeneratedQrCode, GetQrCodeStatus, QrCodeKind, QrCodeState, QrCodeStatus,
};
use crate::application::{ApplicationContext, TokenSet};
use crate::call_context::CallContext;
use crate::qr::{QrCode, QrStatus, ScannedUser, Scene};
use crate::random::Random;
use crate::v3::ReceiveTokens;
use crate::{Error, Token};

/// A QR code that an app, a mini-program or an official account confirms.
///
/// ```
/// # fn example(client: &authing_core::AuthenticationClient) -> Result<(), authing_core::Error> {
/// use authing_core::qr::QrEvent;
/// use authing_core::v3::QrCodeKind;
///
/// let tokens = client.sign_in_by_qr_code(QrCodeKind::MobileApp, |news| match news {
///     QrEvent::Created(code) => println!("scan {}", code.url),
///     news => println!("{news:?}"),
/// })?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ApplicationScene {
    context: Arc<ApplicationContext>,
    request: GeneQrCode,
}

impl ApplicationScene {
    /// A code of an application.
    pub fn new(context: &Arc<ApplicationContext>, request: impl Into<GeneQrCode>) -> Self {
        Self { context: Arc::clone(context), request: request.into() }
    }
}

impl From<QrCodeKind> for GeneQrCode {
    /// Creates the request from the kind of the code.
    fn from(kind: QrCodeKind) -> Self {
        Self::new(kind)
    }
}

impl Scene for ApplicationScene {
    type Generate = GeneQrCode;
    type Check = GetQrCodeStatus;
    type Output = TokenSet;
    type Exchange = ReceiveTokens<ExchangeQrCodeTicket>;

    const POLL_INTERVAL: Duration = Duration::from_secs(1);

    fn generate(&self, _random: &Random) -> GeneQrCode {
        self.request.clone()
    }

    fn code(_request: &GeneQrCode, response: GeneratedQrCode) -> QrCode {
        QrCode { id: response.id, url: response.url }
    }

    fn check(&self, code: &QrCode) -> GetQrCodeStatus {
        GetQrCodeStatus::new(&code.id)
    }

    fn status(outcome: Result<QrCodeStatus, Error>) -> Result<QrStatus<TokenSet>, Error> {
        let QrCodeStatus { status, ticket, brief_user_info } = outcome?;
        Ok(match (status, ticket) {
            (QrCodeState::Expired | QrCodeState::Error, _) => QrStatus::Expired,
            (QrCodeState::Cancelled, _) => QrStatus::Cancelled,
            (QrCodeState::Authorized, Some(ticket)) => QrStatus::Ticket(ticket),
            (QrCodeState::Scanned, _) => {
                let user = brief_user_info.unwrap_or_default();
                QrStatus::Scanned(ScannedUser { nickname: user.display_name, photo: user.photo })
            }
            _ => QrStatus::Pending,
        })
    }

    fn exchange(&self, _context: &CallContext, ticket: Token) -> ReceiveTokens<ExchangeQrCodeTicket> {
        ReceiveTokens::new(&self.context, ExchangeQrCodeTicket::new(ticket))
    }
}
