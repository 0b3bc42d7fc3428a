//! The origin of the URLs in a response (RFC 6454, section 6.2): the name by which the request reached the emulator.
//!
//! A client compares the issuer with the URL that it was given (OpenID Connect Discovery, section 4.3). That URL may have the name
//! `localhost`, the name of a container, or a port that is forwarded to the emulator's.

use std::net::SocketAddr;

use tokio::task::futures::TaskLocalFuture;

tokio::task_local! {
    static OF_REQUEST: String;
}

/// Runs an asynchronous handler, for a request that reached the emulator by this origin.
pub(crate) fn scope<F: Future>(origin: String, handler: F) -> TaskLocalFuture<String, F> {
    OF_REQUEST.scope(origin, handler)
}

/// Runs a function, for a request with this origin.
pub(crate) fn with<T>(origin: String, run: impl FnOnce() -> T) -> T {
    OF_REQUEST.sync_scope(origin, run)
}

/// The origin of the current request. `None`: no request runs, because the program calls the library.
pub(crate) fn of_request() -> Option<String> {
    OF_REQUEST.try_with(Clone::clone).ok()
}

/// The origin of the address that the emulator listens on.
pub(crate) fn of_address(address: SocketAddr) -> String {
    // An IPv6 address stands in brackets, so that no part of it is taken for the port.
    of_authority(&address.to_string())
}

/// Without the default port, and in lower case. Clients compare an issuer byte by byte with the URL that they were given, and a URL parser
/// has changed that URL in this way.
pub(crate) fn of_authority(authority: &str) -> String {
    let text = authority.to_ascii_lowercase();
    format!("http://{}", text.strip_suffix(":80").unwrap_or(&text))
}

#[cfg(test)]
mod tests {
    use super::of_address;

    #[test]
    fn default_port_is_left_out() {
        for (address, origin) in [
            ("127.0.0.1:5510", "http://127.0.0.1:5510"),
            ("127.0.0.1:80", "http://127.0.0.1"),
            ("127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("[::1]:80", "http://[::1]"),
            ("[::80]:80", "http://[::80]"),
        ] {
            assert_eq!(of_address(address.parse().expect("an address")), origin);
        }
    }
}
