//! The error of a connection that was lost while a response was read.

use std::error::Error as StdError;
use std::fmt;
use std::io::{self, ErrorKind};

use ureq::Error;

/// A lost connection, as an error that ureq passes on.
///
/// For ureq, a reset connection and a connection that TLS has not closed are the end of a body without a length. An attacker on the network
/// could cut such a response (RFC 9112, section 9.8).
#[derive(Debug)]
pub(crate) struct Lost(io::Error);

impl Lost {
    /// Converts the error of a read, so that it does not end a body.
    pub(crate) fn from_read(error: Error) -> Error {
        match error {
            Error::Io(error) if is_lost(error.kind()) => Error::Other(Box::new(Self(error))),
            error => error,
        }
    }
}

fn is_lost(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::UnexpectedEof | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset)
}

impl StdError for Lost {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.0)
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection was lost before the end of the response")
    }
}
