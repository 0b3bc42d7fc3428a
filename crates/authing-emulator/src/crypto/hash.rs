//! SHA-256 of texts, in the forms that OAuth 2.0 uses.

use base64ct::{Base64UrlUnpadded, Encoding as _};
use sha2::{Digest as _, Sha256};

/// As a PKCE challenge (RFC 7636, section 4.2) and a thumbprint (RFC 7638) are written.
pub(crate) fn sha256_base64url(text: &str) -> String {
    Base64UrlUnpadded::encode_string(&Sha256::digest(text))
}

/// The left half of the digest: an `at_hash` (OpenID Connect Core, section 3.1.3.6).
pub(crate) fn left_half_base64url(text: &str) -> String {
    Base64UrlUnpadded::encode_string(&Sha256::digest(text)[..16])
}

/// Whether two secrets are equal. The time that it takes tells nothing of either: their digests are compared.
pub(crate) fn equal_secrets(left: &str, right: &str) -> bool {
    Sha256::digest(left) == Sha256::digest(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn challenge_is_that_of_rfc_7636() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert_eq!(sha256_base64url(verifier), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn at_hash_has_half_the_digest() {
        assert_eq!(left_half_base64url("a").len(), 22);
        assert!(sha256_base64url("a").starts_with(&left_half_base64url("a")[..21]));
    }
}
