//! Any token, at the verifiers of an application, and any text as the key set of its issuer.
#![no_main]

use authing_core::token::{AccessTokenVerifier, ExpectedNonce, Hs256Key, IdTokenVerifier, IssuerUrl, JsonWebKeySet};
use authing_core::{Nonce, Timestamp};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u64, &str, &str)| {
    let (millis, token, keys) = input;
    let now = Timestamp::from_millis(millis);
    let issuer = IssuerUrl::parse("https://app.example/oidc").expect("the URL is one");
    let secret = Hs256Key::new("a secret that no input can sign with").expect("the secret is long enough");
    let keys = JsonWebKeySet::parse(keys).unwrap_or_default();
    assert!(keys.len() <= 64);
    let by_secret = IdTokenVerifier::new(issuer.clone(), "app", secret.clone());
    let nonce = Nonce::from("nonce");
    assert!(by_secret.verify(&token.into(), &nonce, Some(&"access token".into()), now).is_err());
    assert!(AccessTokenVerifier::new(issuer.clone(), "app", secret).verify(&token.into(), now).is_err());
    // Keys of the input's own choice may verify the input's own signature; nothing may panic.
    let by_keys = IdTokenVerifier::new(issuer, "app", keys);
    let _ = by_keys.key_id(&token.into());
    let _ = by_keys.verify(&token.into(), ExpectedNonce::Unchecked, None, now);
});
