//! Any token, at the offline verifier.
#![no_main]

use authing_core::Timestamp;
use authing_core::token::TokenVerifier;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u64, &str)| {
    let (millis, token) = input;
    let verifier = TokenVerifier::new("a secret that no input can sign with").expect("the secret is not empty");
    assert!(verifier.verify(token, Timestamp::from_millis(millis)).is_err());
});
