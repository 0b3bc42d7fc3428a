//! Randomness from the operating system.

use getrandom::SysRng;
use getrandom::rand_core::{Rng as _, UnwrapErr};

pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut out = [0; N];
    system().fill_bytes(&mut out);
    out
}

/// `N` random bytes as 2·`N` lowercase hex digits.
pub(crate) fn hex<const N: usize>() -> String {
    to_hex(&bytes::<N>())
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Four digits that survive being sent as a number: no leading zero.
pub(crate) fn four_digits() -> String {
    (1000 + system().next_u32() % 9000).to_string()
}

/// Where the system has no random numbers, nothing here can go on.
fn system() -> UnwrapErr<SysRng> {
    UnwrapErr(SysRng)
}
