//! The conversion of reqwest's errors.

use std::error::Error as StdError;
use std::io::{self, ErrorKind};

use authing_core::{TransportError, TransportErrorKind};

pub(crate) fn transport_error(error: reqwest::Error) -> TransportError {
    let kind = kind(&error);
    // The URL's path may hold a phone number.
    TransportError::new(kind).with_source(error.without_url())
}

fn kind(error: &reqwest::Error) -> TransportErrorKind {
    if error.is_timeout() {
        return TransportErrorKind::Timeout;
    }
    // A cause that names the event has precedence over reqwest's name for the phase: a connection that is lost during the TLS
    // handshake is `ConnectionLost`.
    if let Some(kind) = causes(error).find_map(named_by) {
        return kind;
    }
    if error.is_connect() {
        return TransportErrorKind::Connect;
    }
    // Chunks that are not framed as in RFC 9112, section 7.1.
    if causes(error).any(<dyn StdError>::is::<io::Error>) {
        return TransportErrorKind::Protocol;
    }
    TransportErrorKind::Other
}

fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| match cause.downcast_ref::<io::Error>() {
        // Its `source` skips the error that it wraps, which may be the one that names the event.
        Some(error) => error.get_ref().map(|inner| inner as _),
        None => cause.source(),
    })
}

fn named_by(cause: &(dyn StdError + 'static)) -> Option<TransportErrorKind> {
    if let Some(error) = cause.downcast_ref::<hyper::Error>() {
        if error.is_parse() {
            return Some(TransportErrorKind::Protocol);
        }
        let broke = error.is_incomplete_message() || error.is_canceled() || error.is_closed();
        return broke.then_some(TransportErrorKind::ConnectionLost);
    }
    match cause.downcast_ref::<io::Error>()?.kind() {
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::NotConnected
        | ErrorKind::UnexpectedEof => Some(TransportErrorKind::ConnectionLost),
        _ => None,
    }
}
