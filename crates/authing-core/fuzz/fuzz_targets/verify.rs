//! Any token, at the offline verifier.
#![no_main]

use authing_core::token::TokenVerifier;
use authing_core::{PoolId, Timestamp};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u64, &str)| {
    let (millis, token) = input;
    let pool = PoolId::parse("59f86b4832eb28071bdd9214").expect("the id is one");
    let verifier =
        TokenVerifier::for_pool("a secret that no input can sign with", pool).expect("the secret is long enough");
    assert!(verifier.verify(token, Timestamp::from_millis(millis)).is_err());
});
