//! Tokens: their validity and their claims.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`CheckLoginStatus`] | `check_login_status`, `check_login_status_of` | `checkLoginStatus` |
//! | [`DecodeToken`] | `decode_token` | `decodeToken` |
//! | [`VerifyTokenOnline`] | `verify_token_online` | (the service's documentation) |
//!
//! A server that holds the secret verifies tokens without a request: [`TokenVerifier`].

mod check_login_status;
mod decode_token;
mod jwt;
mod status;
mod verifier;
mod verify_token_online;

pub use self::check_login_status::CheckLoginStatus;
pub use self::decode_token::DecodeToken;
pub(crate) use self::jwt::unverified_expiry;
pub use self::status::{DecodedToken, LoginStatus, TokenData, TokenInfo};
pub use self::verifier::{Audience, Claims, TokenError, TokenVerifier};
pub use self::verify_token_online::VerifyTokenOnline;
