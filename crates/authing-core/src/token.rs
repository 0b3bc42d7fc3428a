//! Tokens: their validity and their claims.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`CheckLoginStatus`] | `check_login_status`, `check_login_status_of` | `checkLoginStatus` |
//! | [`DecodeToken`] | `decode_token` | `decodeToken` |
//! | [`VerifyTokenOnline`] | `verify_token_online` | (the service's documentation) |
//!
//! A server verifies tokens without a request. A token is always verified for a pool, or for an application and its issuer, and each
//! kind of token has a type and a verifier of its own:
//!
//! | token | type | verifier | made from |
//! |---|---|---|---|
//! | a pool's user token | [`Token`] | [`TokenVerifier`] | the pool's secret and id |
//! | an application's ID token | [`IdToken`](crate::IdToken) | [`IdTokenVerifier`] | issuer, app id, and the app's secret or the issuer's [`JsonWebKeySet`] |
//! | an application's access token | [`AccessToken`](crate::AccessToken) | [`AccessTokenVerifier`] | the same |

mod access_token;
mod application;
mod check_login_status;
mod claims;
mod decode_token;
mod id_token;
mod issuer;
mod key;
mod lifetime;
mod other_claims;
mod status;
mod unverified;
mod verifier;
mod verify_token_online;

pub use self::access_token::{AccessTokenClaims, AccessTokenVerifier};
pub use self::check_login_status::CheckLoginStatus;
pub use self::claims::{Audience, TokenClaims};
pub use self::decode_token::DecodeToken;
pub use self::id_token::{ExpectedNonce, IdTokenClaims, IdTokenVerifier};
pub use self::issuer::IssuerUrl;
pub use self::key::VerificationKey;
pub use self::other_claims::OtherClaims;
pub use self::status::{DecodedToken, LoginStatus, TokenData, TokenInfo};
pub use self::unverified::UnverifiedClaims;
pub(crate) use self::unverified::{unverified_claim, unverified_expiry, unverified_user_id};
pub use self::verifier::TokenVerifier;
pub use self::verify_token_online::VerifyTokenOnline;
use crate::Token;
use crate::client::methods::methods;
pub use crate::jose::{Hs256Key, JsonWebKey, JsonWebKeySet, JsonWebKeySetError, TokenVerificationError};
use crate::principal::Principal;

methods! {
    /// # Tokens: verification by the service
    impl [P: Principal] P as Visitor {
        /// Checks whether the client's own token is valid: see [`CheckLoginStatus`]. A token that is missing, expired or
        /// revoked is a response, not an error.
        ///
        /// # Errors
        ///
        /// * [`Error::Service`](crate::Error::Service) if the service cannot check the token.
        fn check_login_status() -> LoginStatus = CheckLoginStatus::default();
        /// Checks whether another token is valid: see [`CheckLoginStatus`]. A token that is expired or revoked is a
        /// response, not an error.
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the token is empty; nothing is sent.
        fn check_login_status_of(token: impl Into<Token>) -> LoginStatus = CheckLoginStatus { token: Some(token.into()) };
        /// Decodes a token at the service: see [`DecodeToken`]. A token that is not valid is a response whose `status` says
        /// so.
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the token is empty; nothing is sent.
        fn decode_token(token: impl Into<Token>) -> DecodedToken = DecodeToken { token: token.into() };
        /// Verifies a user's token at the service: see [`VerifyTokenOnline`]. [`TokenVerifier`] does it without a request.
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::TOKEN_EXPIRED`](crate::ErrorCode::TOKEN_EXPIRED) if the token has expired.
        /// * [`ErrorCode::TOKEN_INVALID`](crate::ErrorCode::TOKEN_INVALID) if the token is not valid.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the token is empty; nothing is sent.
        fn verify_token_online(token: impl Into<Token>) -> LoginStatus = VerifyTokenOnline { token: token.into() };
    }
}
