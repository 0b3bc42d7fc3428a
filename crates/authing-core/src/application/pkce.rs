//! Proof Key for Code Exchange (RFC 7636). Only `S256`: with `plain`, the URL contains the verifier.

use sha2::{Digest as _, Sha256};

use crate::PkceCodeVerifier;
use crate::crypto::Base64;

/// The public half of PKCE: the hash of the verifier (`S256`, RFC 7636, section 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PkceCodeChallenge(String);

impl PkceCodeChallenge {
    /// The method's name on the wire.
    pub const METHOD: &'static str = "S256";

    /// The challenge of a verifier.
    ///
    /// ```
    /// use authing_core::PkceCodeVerifier;
    /// use authing_core::application::PkceCodeChallenge;
    ///
    /// // RFC 7636, appendix B.
    /// let verifier = PkceCodeVerifier::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    /// let challenge = PkceCodeChallenge::new(&verifier);
    /// assert_eq!(challenge.as_str(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    /// ```
    pub fn new(verifier: &PkceCodeVerifier) -> Self {
        Self(Base64::Url.encode(&Sha256::digest(verifier.expose())))
    }

    /// The challenge, as in the URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
