//! The origin of the emulator's URLs (RFC 6454, section 6.2).

use std::net::SocketAddr;

/// Without the port if it is the default one: clients compare an issuer byte by byte with the URL that they were given, and a URL
/// parser drops the default port.
pub(super) fn of(address: SocketAddr) -> String {
    let text = address.to_string();
    // An IPv6 address stands in brackets, so that no part of it is taken for the port.
    format!("http://{}", text.strip_suffix(":80").unwrap_or(&text))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn default_port_is_left_out() {
        for (address, origin) in [
            ("127.0.0.1:5510", "http://127.0.0.1:5510"),
            ("127.0.0.1:80", "http://127.0.0.1"),
            ("127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("[::1]:80", "http://[::1]"),
            ("[::80]:80", "http://[::80]"),
        ] {
            assert_eq!(of(address.parse().expect("an address")), origin);
        }
    }
}
