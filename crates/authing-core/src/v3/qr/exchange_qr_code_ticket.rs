//! Tokens for a confirmed QR code's ticket.
//!
//! Wire: `POST {host}/api/v3/exchange-tokenset-with-qrcode-ticket`

use crate::application::TokenSetResponse;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, Service, Token};

fields! {
    /// Exchanges a confirmed QR code's ticket for tokens. The response is not verified: the clients' methods verify
    /// the ID token.
    pub struct ExchangeQrCodeTicket {
        /// The ticket.
        ticket: Token = "ticket";
    }
}

impl ExchangeQrCodeTicket {
    /// Creates the request from its required arguments.
    pub fn new(ticket: impl Into<Token>) -> Self {
        Self { ticket: ticket.into() }
    }
}

impl Operation for ExchangeQrCodeTicket {
    type Needs = needs::Application;
    type Response = TokenSetResponse;

    const NAME: &'static str = "exchangeTokenSetWithQrCodeTicket";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/exchange-tokenset-with-qrcode-ticket",
        Encoding::Json,
        Envelope::V3,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
        to.insert_client_secret();
    }
}
