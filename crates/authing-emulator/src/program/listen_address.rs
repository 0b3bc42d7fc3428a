//! The address to listen on, as the command line and the configuration file write it.

use std::net::{Ipv4Addr, SocketAddr};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, de};

/// An address to listen on: `127.0.0.1:5510`, `[::1]:5510`, `localhost:5510`, or a port of `127.0.0.1`. Port 0 picks a free one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListenAddress(SocketAddr);

/// The text is no address to listen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write ADDRESS:PORT, localhost:PORT or PORT")]
#[non_exhaustive]
pub struct ListenAddressError;

impl ListenAddress {
    /// The address and port.
    pub fn socket_address(self) -> SocketAddr {
        self.0
    }
}

impl FromStr for ListenAddress {
    type Err = ListenAddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let on_loopback = |port: &str| Some(SocketAddr::from((Ipv4Addr::LOCALHOST, port.parse().ok()?)));
        let address = match text.split_once(':') {
            None => on_loopback(text),
            Some((name, port)) if name.is_empty() || name.eq_ignore_ascii_case("localhost") => on_loopback(port),
            Some(_) => text.parse().ok(),
        };
        address.map(Self).ok_or(ListenAddressError)
    }
}

impl<'de> Deserialize<'de> for ListenAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_people_write_it() {
        let read = |text: &str| text.parse().map(|ListenAddress(address)| address.to_string());
        for (text, address) in [
            ("127.0.0.1:5510", "127.0.0.1:5510"),
            ("0.0.0.0:0", "0.0.0.0:0"),
            ("[::1]:80", "[::1]:80"),
            ("localhost:0", "127.0.0.1:0"),
            ("LOCALHOST:80", "127.0.0.1:80"),
            ("5510", "127.0.0.1:5510"),
            (":5510", "127.0.0.1:5510"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(address), "{text}");
        }
        for text in ["", "localhost", "example.com:80", "127.0.0.1", "70000", "localhost:", "::1", "-1"] {
            assert_eq!(read(text), Err(ListenAddressError), "{text}");
        }
    }
}
