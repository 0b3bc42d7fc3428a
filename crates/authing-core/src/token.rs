//! Tokens: whether one is alive, and what it says.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`CheckLoginStatus`] | `check_login_status`, `check_login_status_of` | `checkLoginStatus` |
//! | [`DecodeToken`] | `decode_token` | `decodeToken` |
//! | [`VerifyTokenOnline`] | `verify_token_online` | (the service's documentation) |
//!
//! A server verifies tokens without asking the service. A token is always verified for somebody, and each kind of token has a
//! type and a verifier of its own:
//!
//! | token | type | verifier | made from |
//! |---|---|---|---|
//! | a pool's user token | [`Token`](crate::Token) | [`TokenVerifier`] | the pool's secret and id |
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
mod status;
mod unverified;
mod verifier;
mod verify_token_online;

pub use self::access_token::{AccessTokenClaims, AccessTokenVerifier};
pub use self::check_login_status::CheckLoginStatus;
pub use self::claims::{Audience, OtherClaims, TokenClaims};
pub use self::decode_token::DecodeToken;
pub use self::id_token::{ExpectedNonce, IdTokenClaims, IdTokenVerifier};
pub use self::issuer::IssuerUrl;
pub use self::key::VerificationKey;
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
    /// # Tokens
    impl [P: Principal] P as Visitor {
        /// Asks whether the client's own token is alive: see [`CheckLoginStatus`].
        fn check_login_status() -> LoginStatus = CheckLoginStatus::default();
        /// Asks whether another token is alive: see [`CheckLoginStatus`].
        fn check_login_status_of(token: impl Into<Token>) -> LoginStatus = CheckLoginStatus { token: Some(token.into()) };
        /// Has the service decode a token: see [`DecodeToken`].
        fn decode_token(token: impl Into<Token>) -> DecodedToken = DecodeToken { token: token.into() };
        /// Has the service verify a token: see [`VerifyTokenOnline`].
        fn verify_token_online(token: impl Into<Token>) -> LoginStatus = VerifyTokenOnline { token: token.into() };
    }
}
