//! The tokens of an application: ID tokens, access tokens and the keys that sign them.

mod access_token;
mod algorithms;
mod claims;
mod id_token;
mod key_set;
pub(crate) mod login;
mod separation;

use std::sync::LazyLock;

use authing_core::token::{
    AccessTokenClaims, AccessTokenVerifier, Hs256Key, IdTokenClaims, IdTokenVerifier, IssuerUrl, JsonWebKeySet,
    TokenVerificationError, VerificationKey,
};
use authing_core::{AccessToken, IdToken, Nonce};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng as _;
use rsa_0_9::traits::PublicKeyParts as _;
use rsa_0_9::{Pkcs1v15Sign, RsaPrivateKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::support::jwt::{base64, sign};
use crate::support::{NOW, USER};

const ISSUER: &str = "https://shop.authing.example/oidc";
const APP: &str = "5e05bbf2d51b3761d5c71071";
const OTHER_APP: &str = "5e05bbf2d51b3761d5c71072";
const SECRET: &str = "0123456789abcdef0123456789abcdef";
const NONCE: &str = "the nonce of the login";
const ACCESS_TOKEN: &str = "an access token";

/// The key that the provider signs with now, the one before it, and a key of another provider.
static PRESENT: LazyLock<RsaPrivateKey> = LazyLock::new(|| generate(1));
static OLD: LazyLock<RsaPrivateKey> = LazyLock::new(|| generate(3));
static STRANGER: LazyLock<RsaPrivateKey> = LazyLock::new(|| generate(2));

fn generate(seed: u8) -> RsaPrivateKey {
    RsaPrivateKey::new(&mut ChaCha20Rng::from_seed([seed; 32]), 2048).unwrap()
}

fn jwk(key: &RsaPrivateKey, kid: &str) -> Value {
    json!({
        "kty": "RSA", "alg": "RS256", "use": "sig", "kid": kid,
        "n": base64(key.n().to_bytes_be()), "e": base64(key.e().to_bytes_be()),
    })
}

fn key_set(keys: &[Value]) -> JsonWebKeySet {
    JsonWebKeySet::parse(&json!({ "keys": keys }).to_string()).unwrap()
}

/// A token signed with RS256, with any header.
fn rs256(header: &Value, payload: &Value, key: &RsaPrivateKey) -> String {
    let signing_input = format!("{}.{}", base64(header.to_string()), base64(payload.to_string()));
    let hash = Sha256::digest(&signing_input);
    let signature = key.sign(Pkcs1v15Sign::new::<Sha256>(), &hash).unwrap();
    format!("{signing_input}.{}", base64(signature))
}

fn hs256(payload: &Value) -> String {
    sign(r#"{"alg":"HS256","typ":"JWT"}"#, &payload.to_string(), SECRET)
}

fn rs_header() -> Value {
    json!({ "alg": "RS256", "kid": "present", "typ": "JWT" })
}

/// The claims of an ID token as the service makes one.
fn id_claims() -> Value {
    json!({
        "iss": ISSUER, "sub": USER, "aud": APP, "iat": NOW.as_secs(), "exp": NOW.as_secs() + 3600, "nonce": NONCE,
        "name": "Bob", "email": "bob@example.com", "email_verified": true, "phone_number": null,
    })
}

/// The claims of an access token as the service makes one.
fn access_claims() -> Value {
    json!({
        "jti": "a token's id", "iss": ISSUER, "sub": USER, "aud": APP, "iat": NOW.as_secs(), "exp": NOW.as_secs() + 3600,
        "scope": "openid profile",
    })
}

/// Claims with one changed; `null` stands for a claim that is missing.
fn with(mut claims: Value, name: &str, value: Value) -> Value {
    claims[name] = value;
    claims
}

fn id_verifier(key: impl Into<VerificationKey>) -> IdTokenVerifier {
    IdTokenVerifier::new(IssuerUrl::parse(ISSUER).unwrap(), APP, key)
}

fn access_verifier(key: impl Into<VerificationKey>) -> AccessTokenVerifier {
    AccessTokenVerifier::new(IssuerUrl::parse(ISSUER).unwrap(), APP, key)
}

fn secret_key() -> Hs256Key {
    Hs256Key::new(SECRET).unwrap()
}

fn provider_keys() -> JsonWebKeySet {
    key_set(&[jwk(&OLD, "old"), jwk(&PRESENT, "present")])
}

fn verify_id(verifier: &IdTokenVerifier, token: &str) -> Result<IdTokenClaims, TokenVerificationError> {
    verifier.verify(&IdToken::from(token), &Nonce::from(NONCE), Some(&ACCESS_TOKEN.into()), NOW)
}

fn verify_access(verifier: &AccessTokenVerifier, token: &str) -> Result<AccessTokenClaims, TokenVerificationError> {
    verifier.verify(&AccessToken::from(token), NOW)
}
