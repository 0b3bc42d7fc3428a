//! From ureq's errors to the house's.

use std::io::{self, ErrorKind};

use authing_core::{Fault, FaultKind};
use ureq::Error;

pub(crate) fn fault(error: Error) -> Fault {
    match error {
        // Both hold the whole address, and its path may hold a phone number.
        Error::BadUri(_) | Error::RequireHttpsOnly(_) => {
            Fault::with_source(FaultKind::Other, "the address is not usable")
        }
        error => Fault::with_source(kind(&error), error),
    }
}

fn kind(error: &Error) -> FaultKind {
    match error {
        Error::Timeout(_) => FaultKind::Timeout,
        Error::Protocol(_) | Error::LargeResponseHeader(..) => FaultKind::Protocol,
        Error::Io(error) => io_kind(error),
        Error::HostNotFound
        | Error::ConnectionFailed
        | Error::ConnectProxyFailed(_)
        | Error::InvalidProxyUrl
        | Error::Tls(_)
        | Error::TlsRequired => FaultKind::Connect,
        #[cfg(feature = "rustls")]
        Error::Rustls(_) => FaultKind::Connect,
        #[cfg(feature = "native-tls")]
        Error::NativeTls(_) => FaultKind::Connect,
        _ => FaultKind::Other,
    }
}

fn io_kind(error: &io::Error) -> FaultKind {
    match error.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => FaultKind::Timeout,
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::NotConnected
        | ErrorKind::UnexpectedEof => FaultKind::Interrupted,
        // `InvalidData` is rustls' word for a failed handshake. The others come from connecting.
        _ => FaultKind::Connect,
    }
}
