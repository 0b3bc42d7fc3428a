//! Tokens, made by hand, the well-formed and the others.

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use hmac::{Hmac, Mac as _};
use serde_json::{Value, json};

/// Base64 as `Basic` has it.
pub(crate) fn standard_base64(bytes: impl AsRef<[u8]>) -> String {
    Base64::encode_string(bytes.as_ref())
}

pub(crate) fn base64(bytes: impl AsRef<[u8]>) -> String {
    Base64UrlUnpadded::encode_string(bytes.as_ref())
}

/// The HS256 signature of any header and payload.
pub(crate) fn signature(signed: &str, secret: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret).unwrap();
    mac.update(signed.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// A token of these texts, signed with HS256.
pub(crate) fn sign(header: &str, payload: &str, secret: &str) -> String {
    let signed = format!("{}.{}", base64(header), base64(payload));
    let signature = base64(signature(&signed, secret.as_bytes()));
    format!("{signed}.{signature}")
}

/// A user's token as the service makes it.
pub(crate) fn user_token(payload: &Value, secret: &str) -> String {
    sign(r#"{"alg":"HS256","typ":"JWT"}"#, &payload.to_string(), secret)
}

/// A token that expires then.
pub(crate) fn token_until(secs: u64) -> String {
    user_token(&json!({ "data": { "id": super::USER, "clientId": super::POOL }, "exp": secs }), "whoever's")
}
