//! OpenID Connect, as an application of the pool.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`LoginByOidc`], a flow; [`PasswordGrant`], [`GetUserInfo`] | `login_by_oidc` | `loginByOidc` |
//! | [`RefreshOidcToken`] | `refresh_oidc_token` | `refreshOidcToken` |
//! | [`ExchangeForOidcToken`] | `exchange_for_oidc_token` | `authingTokenToOidcToken` |
//! | [`ValidateAccessToken`] | `validate_access_token` | (the service's documentation) |
//! | [`Authenticate`] | `authenticate` | (the service's documentation) |

mod app_credentials;
mod authenticate;
mod credentials;
mod exchange_for_oidc_token;
mod get_user_info;
mod login_by_oidc;
mod password_grant;
mod refresh_oidc_token;
mod token_response;
mod user_info_claims;
mod validate_access_token;

pub use self::app_credentials::AppCredentials;
pub use self::authenticate::Authenticate;
pub(crate) use self::credentials::Credentials;
pub use self::exchange_for_oidc_token::ExchangeForOidcToken;
pub use self::get_user_info::GetUserInfo;
pub use self::login_by_oidc::{LoginByOidc, OidcLoginResponse};
pub use self::password_grant::PasswordGrant;
pub use self::refresh_oidc_token::RefreshOidcToken;
pub use self::token_response::TokenResponse;
pub use self::user_info_claims::UserInfoClaims;
pub use self::validate_access_token::{AccessTokenStatus, ValidateAccessToken};
use crate::Token;
use crate::client::methods::{flow_methods, methods};
use crate::principal::{Principal, Visitor};

methods! {
    /// # OpenID Connect of a pool: tokens
    impl [] Visitor as Visitor {
        /// Exchanges a refresh token for new tokens: see [`RefreshOidcToken`].
        ///
        /// # Errors
        ///
        /// * [`Error::Service`](crate::Error::Service) with `oauth_error` `invalid_grant` if the token is not valid,
        ///   `invalid_client` if the app id or its secret is wrong.
        fn refresh_oidc_token(app: AppCredentials, refresh_token: impl Into<Token>) -> TokenResponse = RefreshOidcToken { app, token: refresh_token.into() };
        /// Exchanges a user's token for tokens of OpenID Connect: see [`ExchangeForOidcToken`].
        ///
        /// # Errors
        ///
        /// * [`Error::Service`](crate::Error::Service) with `oauth_error` `invalid_grant` if the token is not valid,
        ///   `invalid_client` if the app id or its secret is wrong.
        fn exchange_for_oidc_token(app: AppCredentials, token: impl Into<Token>) -> TokenResponse = ExchangeForOidcToken { app, token: token.into() };
    }
}

flow_methods! {
    /// # OpenID Connect of a pool: login
    impl [] Visitor as Visitor {
        /// Logs in with a password as an application of OpenID Connect, and reads the claims of the user: see
        /// [`LoginByOidc`].
        ///
        /// # Errors
        ///
        /// * [`Error::Service`](crate::Error::Service) with `oauth_error` `invalid_grant` if the user or the password is
        ///   wrong, `invalid_client` if the app id or its secret is wrong.
        fn login_by_oidc(context, grant: PasswordGrant) -> OidcLoginResponse = LoginByOidc::new(context, grant);
    }
}

methods! {
    /// # OpenID Connect of a pool: access tokens
    impl [P: Principal] P as Visitor {
        /// Verifies an access token at the service: see [`ValidateAccessToken`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::TOKEN_INVALID`](crate::ErrorCode::TOKEN_INVALID) if the token is not valid.
        /// * [`ErrorCode::TOKEN_EXPIRED`](crate::ErrorCode::TOKEN_EXPIRED) if the token has expired.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the token is empty; nothing is sent.
        fn validate_access_token(access_token: impl Into<Token>) -> AccessTokenStatus = ValidateAccessToken { access_token: access_token.into() };
        /// Reads the claims about the user of an access token: see [`Authenticate`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::TOKEN_INVALID`](crate::ErrorCode::TOKEN_INVALID) if the token is not valid.
        /// * [`ErrorCode::TOKEN_EXPIRED`](crate::ErrorCode::TOKEN_EXPIRED) if the token has expired.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the token is empty; nothing is sent.
        fn authenticate(access_token: impl Into<Token>) -> UserInfoClaims = Authenticate { access_token: access_token.into() };
    }
}
