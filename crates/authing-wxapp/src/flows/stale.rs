//! How the service says that data and code do not belong together.

use authing_core::{Error, ErrorCode};

/// WeChat's own numbers, which the service passes on: a code that is invalid, used or expired; data that does not decrypt.
const CODES: [ErrorCode; 4] = [ErrorCode(40029), ErrorCode(40163), ErrorCode(41003), ErrorCode(-41003)];
/// Where the service has a sentence only.
const WORDS: [&str; 6] = ["decrypt", "解密", "session_key", "invalid code", "code been used", "Illegal Buffer"];

/// A refusal for such a reason, as what the person can do about it. Any other error stays what it is.
pub(super) fn tap_again_if_stale(error: Error) -> Error {
    match &error {
        Error::Service(refusal)
            if refusal.code.is_some_and(|code| CODES.contains(&code))
                || WORDS.iter().any(|word| refusal.message.contains(word)) =>
        {
            Error::TapAgain
        }
        _ => error,
    }
}
