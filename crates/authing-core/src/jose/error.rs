//! The reasons why a token does not verify.

/// The reason why a token does not verify. It holds no value of the token, so that it can be logged.
///
/// Nothing but [`UnknownKey`](Self::UnknownKey) can be mended by trying again: it asks for the provider's present keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TokenVerificationError {
    /// The text is not a JSON Web Token: not three parts of base64url, JSON with a repeated or ill-typed member, or more than
    /// 16 KiB.
    #[error("the text is not a JSON Web Token")]
    Malformed,
    /// The token is encrypted (JWE, five parts). Turn the encryption of tokens off in the application's settings.
    #[error("the token is encrypted (JWE), which is not supported")]
    Encrypted,
    /// The token names another algorithm than the one that the verifier was made for. The caller's configuration decides.
    #[error("the token's algorithm is {algorithm}, which the verifier does not accept")]
    InvalidAlgorithm {
        /// The algorithm's registered name, as RFC 7518 spells it; "unknown" for a name that is not registered.
        algorithm: &'static str,
    },
    /// The header requires an extension (`crit`, RFC 7515, section 4.1.11).
    #[error("the token's header requires an extension, and none is supported")]
    CriticalExtension,
    /// The key set does not hold exactly one key of the token's `kid`, or the token has no `kid` and the set several keys.
    #[error("the key set has no single key for the token")]
    UnknownKey,
    /// The signature is not that of the key.
    #[error("the token's signature is not that of the key")]
    InvalidSignature,
    /// A claim is missing that this kind of token must have.
    #[error("the token has no claim `{claim}`")]
    MissingClaim {
        /// The claim's name.
        claim: &'static str,
    },
    /// The token has no `exp`.
    #[error("the token has no expiry")]
    MissingExpiry,
    /// The token has expired.
    #[error("the token has expired")]
    Expired,
    /// The token's `nbf` lies ahead.
    #[error("the token is not valid yet")]
    NotYetValid,
    /// The token's `iat` lies ahead: one of the two clocks is wrong.
    #[error("the token was issued in the future")]
    IssuedInFuture,
    /// The token is of another issuer.
    #[error("the token is of another issuer")]
    WrongIssuer,
    /// The token is for another application, or for several and not issued to this one.
    #[error("the token is for another application")]
    WrongAudience,
    /// The token was issued to another application (`azp`, `client_id`).
    #[error("the token was issued to another application")]
    WrongAuthorizedParty,
    /// The token's nonce is not that of the login, or one of the two has none.
    #[error("the token's nonce is not that of the login")]
    WrongNonce,
    /// The token was not issued together with the access token (`at_hash`).
    #[error("the token does not belong to the access token")]
    WrongAccessTokenHash,
    /// The token is of another pool.
    #[error("the token is of another pool")]
    WrongPool,
    /// The token is genuine and no ID token: an access token, for instance.
    #[error("the token is not an ID token")]
    NotAnIdToken,
    /// The token is genuine and no access token: an ID token, for instance.
    #[error("the token is not an access token")]
    NotAnAccessToken,
}
