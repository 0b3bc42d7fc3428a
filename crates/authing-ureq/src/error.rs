//! The conversion of ureq's errors.

use std::io::{self, ErrorKind};

use authing_core::{TransportError, TransportErrorKind};
use ureq::Error;

use crate::bounded::TooLong;
use crate::lost::Lost;

pub(crate) fn transport_error(error: Error) -> TransportError {
    match error {
        // Both hold the whole URL, and its path may hold a phone number.
        Error::BadUri(_) | Error::RequireHttpsOnly(_) => {
            TransportError::new(TransportErrorKind::Other).with_source("the URL is not usable")
        }
        error => TransportError::new(kind(&error)).with_source(error),
    }
}

fn kind(error: &Error) -> TransportErrorKind {
    match error {
        Error::Timeout(_) => TransportErrorKind::Timeout,
        Error::Protocol(_) | Error::LargeResponseHeader(..) => TransportErrorKind::Protocol,
        Error::Other(error) if error.is::<TooLong>() => TransportErrorKind::Protocol,
        Error::Other(error) if error.is::<Lost>() => TransportErrorKind::ConnectionLost,
        // The connection was closed in a chunk's first line, which has its length.
        Error::BodyStalled => TransportErrorKind::ConnectionLost,
        Error::Io(error) => io_kind(error),
        Error::HostNotFound
        | Error::ConnectionFailed
        | Error::ConnectProxyFailed(_)
        | Error::InvalidProxyUrl
        | Error::Tls(_)
        | Error::TlsRequired => TransportErrorKind::Connect,
        #[cfg(feature = "rustls")]
        Error::Rustls(_) => TransportErrorKind::Connect,
        #[cfg(feature = "native-tls")]
        Error::NativeTls(_) => TransportErrorKind::Connect,
        _ => TransportErrorKind::Other,
    }
}

fn io_kind(error: &io::Error) -> TransportErrorKind {
    match error.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => TransportErrorKind::Timeout,
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::NotConnected
        | ErrorKind::UnexpectedEof => TransportErrorKind::ConnectionLost,
        // `InvalidData` is rustls' word for a failed handshake. The others come from connecting.
        _ => TransportErrorKind::Connect,
    }
}
