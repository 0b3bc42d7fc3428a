//! The service errors for data and a code that do not fit.

use authing_core::wire::contains;
use authing_core::{Error, ErrorCode};

/// WeChat's error codes, which the service passes on: a code is invalid, used or expired; data does not decrypt.
const CODES: [ErrorCode; 4] = [ErrorCode(40029), ErrorCode(40163), ErrorCode(41003), ErrorCode(-41003)];
/// Parts of the service's sentences, for errors without a code.
const WORDS: [&str; 6] = ["decrypt", "解密", "session_key", "invalid code", "code been used", "Illegal Buffer"];

/// Converts such an error to [`Error::TapAgain`]. Other errors are unchanged.
pub(super) fn tap_again_if_stale(error: Error) -> Error {
    match &error {
        Error::Service(refusal)
            if refusal.code.is_some_and(|code| CODES.contains(&code))
                || WORDS.iter().any(|word| contains(&refusal.message, word)) =>
        {
            Error::TapAgain
        }
        _ => error,
    }
}
