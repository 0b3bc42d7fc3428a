//! Tokens: whether one is alive, and what it says.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`CheckLoginStatus`] | `check_login_status`, `check_login_status_of` | `checkLoginStatus` |
//! | [`DecodeToken`] | `decode_token` | `decodeToken` |
//! | [`VerifyTokenOnline`] | `verify_token_online` | (the service's documentation) |
//!
//! A server that holds the secret verifies without asking anybody: [`TokenVerifier`].

mod check_login_status;
mod decode_token;
mod jwt;
mod status;
mod verifier;
mod verify_token_online;

pub use self::check_login_status::CheckLoginStatus;
pub use self::decode_token::DecodeToken;
pub(crate) use self::jwt::{unverified_expiry, unverified_user_id};
pub use self::status::{DecodedToken, LoginStatus, TokenData, TokenInfo};
pub use self::verifier::{Audience, Claims, TokenError, TokenVerifier};
pub use self::verify_token_online::VerifyTokenOnline;
use crate::Token;
use crate::client::methods::methods;
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
