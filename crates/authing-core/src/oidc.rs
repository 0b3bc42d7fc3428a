//! OpenID Connect, as an application of the pool.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`LoginByOidc`], a flow; [`PasswordGrant`], [`UserInfo`] | `login_by_oidc` | `loginByOidc` |
//! | [`RefreshOidcToken`] | `refresh_oidc_token` | `refreshOidcToken` |
//! | [`ExchangeForOidcToken`] | `exchange_for_oidc_token` | `authingTokenToOidcToken` |
//! | [`ValidateAccessToken`] | `validate_access_token` | (the service's documentation) |
//! | [`Authenticate`] | `authenticate` | (the service's documentation) |

mod app;
mod authenticate;
mod claims;
mod credentials;
mod exchange_for_oidc_token;
mod login_by_oidc;
mod password_grant;
mod refresh_oidc_token;
mod tokens;
mod user_info;
mod validate_access_token;

pub use self::app::OidcApp;
pub use self::authenticate::Authenticate;
pub use self::claims::Claims;
pub(crate) use self::credentials::Credentials;
pub use self::exchange_for_oidc_token::ExchangeForOidcToken;
pub use self::login_by_oidc::{LoginByOidc, OidcLogin};
pub use self::password_grant::PasswordGrant;
pub use self::refresh_oidc_token::RefreshOidcToken;
pub use self::tokens::Tokens;
pub use self::user_info::UserInfo;
pub use self::validate_access_token::{AccessTokenStatus, ValidateAccessToken};
