//! The compact form of a JSON Web Signature (RFC 7515, section 7.1).

use super::{JwsHeader, TokenVerificationError, Unique};
use crate::crypto::Base64;
use crate::search::cut;

/// The greatest length of a token in bytes. HTTP servers bound a header to 8 or 16 KiB, and a token travels in one.
const MAX_TOKEN_LEN: usize = 16 * 1024;
/// The greatest length of a decoded header in bytes. The service's have three members.
const MAX_HEADER_LEN: usize = 2048;
/// The greatest length of a signature in bytes: that of an RSA key of 4096 bits.
const MAX_SIGNATURE_LEN: usize = 512;

/// The three parts of a compact token.
pub(crate) struct CompactJws<'a> {
    /// The header and the payload as they were signed, which is as they were sent.
    signing_input: &'a str,
    header: &'a str,
    payload: &'a str,
    signature: &'a str,
}

/// A decoded signature.
pub(crate) struct Signature {
    bytes: [u8; MAX_SIGNATURE_LEN],
    len: usize,
}

impl<'a> CompactJws<'a> {
    /// Splits a token at its two dots.
    ///
    /// # Errors
    ///
    /// [`TokenVerificationError::Encrypted`] for five parts, which are a JWE (RFC 7516, section 9),
    /// [`TokenVerificationError::Malformed`] for another number or more than 16 KiB.
    pub(crate) fn split(token: &'a str) -> Result<Self, TokenVerificationError> {
        if token.len() > MAX_TOKEN_LEN {
            return Err(TokenVerificationError::Malformed);
        }
        let (header, rest) = cut(token, ".").ok_or(TokenVerificationError::Malformed)?;
        let (payload, signature) = cut(rest, ".").ok_or(TokenVerificationError::Malformed)?;
        let signing_input = &token[..header.len() + 1 + payload.len()];
        match signature.bytes().filter(|byte| *byte == b'.').count() {
            0 => Ok(Self { signing_input, header, payload, signature }),
            2 => Err(TokenVerificationError::Encrypted),
            _ => Err(TokenVerificationError::Malformed),
        }
    }

    /// The text that the signature is for.
    pub(crate) fn signing_input(&self) -> &'a str {
        self.signing_input
    }

    /// Reads the header. Extensions that must be understood are an error, because these crates know none.
    pub(crate) fn header(&self) -> Result<JwsHeader, TokenVerificationError> {
        let mut buffer = [0; MAX_HEADER_LEN];
        let json = decode(self.header, &mut buffer)?;
        let Unique(header): Unique<JwsHeader> =
            serde_json::from_slice(json).map_err(|_| TokenVerificationError::Malformed)?;
        header.check()
    }

    /// Decodes the payload.
    pub(crate) fn payload(&self) -> Result<Vec<u8>, TokenVerificationError> {
        Base64::Url.decode(self.payload).ok_or(TokenVerificationError::Malformed)
    }

    /// Decodes the signature.
    pub(crate) fn signature(&self) -> Result<Signature, TokenVerificationError> {
        let mut bytes = [0; MAX_SIGNATURE_LEN];
        let len = decode(self.signature, &mut bytes)?.len();
        Ok(Signature { bytes, len })
    }
}

impl AsRef<[u8]> for Signature {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Base64url without padding, whose left-over bits are zeros: no two texts stand for one value.
fn decode<'b>(text: &str, buffer: &'b mut [u8]) -> Result<&'b [u8], TokenVerificationError> {
    Base64::Url.decode_into(text, buffer).ok_or(TokenVerificationError::Malformed)
}
