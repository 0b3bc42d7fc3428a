//! The host names by which requests may reach the emulator, against DNS rebinding.

use std::net::{IpAddr, SocketAddr};

/// Whether a host name is the emulator's: a loopback name or address, or a name that is allowed. If the emulator listens beyond the
/// loopback, any IP address is, because DNS rebinding needs a name.
pub(crate) fn is_ours(name: &str, listen: SocketAddr, allowed: &[String]) -> bool {
    if name.eq_ignore_ascii_case("localhost") || allowed.iter().any(|ours| ours.eq_ignore_ascii_case(name)) {
        return true;
    }
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    address.is_ok_and(|address| address.is_loopback() || !listen.ip().is_loopback())
}

/// The name in a `Host` header: the host without its port.
pub(crate) fn name_of(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) && !name.ends_with(':') => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(host: &str, listen: &str) -> bool {
        is_ours(name_of(host), listen.parse().expect("an address"), &["ours.test".into()])
    }

    #[test]
    fn only_loopback_names_and_allowed_ones_pass() {
        for host in ["localhost", "LOCALHOST:80", "127.0.0.1:5510", "127.1.2.3", "[::1]:5510", "ours.test:1"] {
            assert!(ours(host, "127.0.0.1:0"), "{host}");
        }
        for host in ["evil.example", "evil.example:5510", "127.0.0.1.evil.example", "192.168.1.7", "", "[::2]:1"] {
            assert!(!ours(host, "127.0.0.1:0"), "{host}");
        }
    }

    #[test]
    fn beyond_the_loopback_addresses_pass_and_names_do_not() {
        assert!(ours("192.168.1.7:5510", "0.0.0.0:0"));
        assert!(!ours("evil.example", "0.0.0.0:0"));
    }
}
