//! An application's token signed with RS256, 2048 bits: the SDK beside `ring`, which verifies the same signature and reads nothing.

use authing_core::token::{AccessTokenVerifier, IssuerUrl, JsonWebKeySet};
use authing_core::{AccessToken, Timestamp};
use authing_counts::timing::{self, micros};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng as _;
use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, RsaPublicKeyComponents};
use rsa_0_9::RsaPrivateKey;
use rsa_0_9::pkcs8::EncodePrivateKey as _;
use rsa_0_9::traits::PublicKeyParts as _;

/// Verifications in a sample.
const CALLS: u32 = 4;
const ISSUER: &str = "https://shop.authing.example/oidc";
const CLAIMS: &str = r#"{"jti":"f1c0","sub":"5e05bbf2d51b3761d5c71070","iat":1600000000,"exp":4102444800,"scope":"openid profile email","iss":"https://shop.authing.example/oidc","aud":"5e05bbf2d51b3761d5c71071"}"#;

pub(crate) fn print() {
    let private = RsaPrivateKey::new(&mut ChaCha20Rng::from_seed([7; 32]), 2048).unwrap();
    let (n, e) = (private.n().to_bytes_be(), private.e().to_bytes_be());
    let signing_input =
        format!("{}.{}", base64(br#"{"alg":"RS256","kid":"k","typ":"at+jwt"}"#), base64(CLAIMS.as_bytes()));
    let signature = sign(&private, &signing_input);

    let set = format!(r#"{{"keys":[{{"kty":"RSA","kid":"k","n":"{}","e":"{}"}}]}}"#, base64(&n), base64(&e));
    let keys = JsonWebKeySet::parse(&set).unwrap();
    let verifier = AccessTokenVerifier::new(IssuerUrl::parse(ISSUER).unwrap(), "5e05bbf2d51b3761d5c71071", keys);
    let token = AccessToken::from(format!("{signing_input}.{}", base64(&signature)));
    let now = Timestamp::from_secs(1_700_000_000);

    let ring = RsaPublicKeyComponents { n: &n, e: &e };
    let compared = timing::compare(
        CALLS,
        || verifier.verify(&token, now).unwrap(),
        || ring.verify(&RSA_PKCS1_2048_8192_SHA256, signing_input.as_bytes(), &signature).unwrap(),
    );
    println!("{:32} {:>10} {:>12} {:>8}", "RS256, 2048 bits", "SDK, µs", "ring, µs", "ratio");
    let (sdk, ring) = (micros(compared.first), micros(compared.second));
    println!("{:32} {sdk:>10.2} {ring:>12.2} {:>8.2}", "AccessTokenVerifier::verify", compared.ratio);
    println!();
}

fn base64(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

fn sign(private: &RsaPrivateKey, text: &str) -> Vec<u8> {
    let pair = RsaKeyPair::from_pkcs8(private.to_pkcs8_der().unwrap().as_bytes()).unwrap();
    let mut signature = vec![0; pair.public().modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature).unwrap();
    signature
}
