//! Signed tokens in the compact form (RFC 7515, section 7.1).

use base64ct::{Base64UrlUnpadded, Encoding as _};
use jsonwebtoken::errors::Error;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Validation, crypto};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The header, with its members in the order of the service's tokens. The library's header has another order, and a client may compare
/// bytes with a recording.
#[derive(Serialize)]
struct Header<'a> {
    alg: Algorithm,
    typ: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kid: Option<&'a str>,
}

/// Signs a token whose claims keep their order.
pub(super) fn sign(
    alg: Algorithm,
    kid: Option<&str>,
    claims: &impl Serialize,
    key: &EncodingKey,
) -> Result<String, Error> {
    let signing_input = [part(&Header { alg, typ: "JWT", kid })?, part(claims)?].join(".");
    let signature = crypto::sign(signing_input.as_bytes(), key, alg)?;
    Ok([signing_input, signature].join("."))
}

fn part(value: &impl Serialize) -> Result<String, Error> {
    Ok(Base64UrlUnpadded::encode_string(&serde_json::to_vec(value)?))
}

/// The claims of a token that this key signed. The caller checks the expiry, by the emulator's clock, and the audience.
pub(super) fn verify<T: DeserializeOwned + Clone>(alg: Algorithm, token: &str, key: &DecodingKey) -> Option<T> {
    let mut validation = Validation::new(alg);
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    jsonwebtoken::decode(token, key, &validation).ok().map(|verified| verified.claims)
}
