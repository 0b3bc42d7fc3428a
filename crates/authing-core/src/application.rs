//! OpenID Connect for an application of today's service.
//!
//! | method of the clients | what it does | flow or operation |
//! |---|---|---|
//! | `authorize` | begins a login by redirect | [`Authorize`] |
//! | `finish` | ends it: tokens and verified claims | [`FinishLogin`] |
//! | `log_in_with_password` | the password grant | [`LogIn`] |
//! | `client_credentials`, `account_credentials` | tokens of the application, of a programmatic account | [`RequestTokens`], [`RequestAccountTokens`] |
//! | `refresh` | new tokens, which the program keeps | [`RefreshTokens`] |
//! | `introspect`, `revoke` | checks whether a token is valid; revokes it | [`IntrospectToken`], [`RevokeToken`] |
//! | `verify_id_token`, `verify_access_token` | verifies a token with the provider's current keys | [`VerifyToken`] |
//! | `logout_url` | the URL of a logout at the provider | [`BuildLogoutUrl`] |
//! | `for_user` | a client that refreshes its user's tokens | |
//! | `user_info`, of a user's client | the claims about the user | [`ReadUserInfo`], [`RequestUserInfo`] |
//!
//! # A login by redirect
//!
//! ```
//! use authing_core::application::{LoggedIn, PendingLogin, Scope};
//! use authing_core::{AuthenticationClient, Error};
//!
//! /// The first page: redirects the browser, and keeps the pending login in the browser's session.
//! fn login(client: &AuthenticationClient) -> Result<(String, PendingLogin), Error> {
//!     let (url, pending) = client.authorize([Scope::Profile, Scope::OfflineAccess])?;
//!     Ok((url.into(), pending))
//! }
//!
//! /// The page to which the browser returns.
//! fn callback(client: &AuthenticationClient, uri: &str, pending: PendingLogin) -> Result<(), Error> {
//!     let LoggedIn { tokens, claims, .. } = client.finish(uri, pending)?;
//!     println!("{} is logged in", claims.sub);
//!     let me = client.for_user(tokens); // refreshes itself
//!     println!("{:?}", me.user_info()?.nickname);
//!     Ok(())
//! }
//! ```
//!
//! `finish` compares the state, the issuer and the nonce, exchanges the code with its PKCE verifier, and verifies the ID token.
//! If a check fails, the error is an [`AuthenticationError`], whose [`is_bad_request`](AuthenticationError::is_bad_request) tells a
//! page which status to return.
//!
//! # Keeping a user's tokens on a server
//!
//! A refresh token may work once. All clients of an application refresh in single flight: two requests that read the same tokens
//! from a session cost one request to the provider. The program has two more duties:
//!
//! - A browser that reloads may cancel its request, and with it a refresh whose response is on the way. Run the refresh in a task
//!   of its own (`tokio::spawn`).
//! - Several instances of a server share a session and no memory. Give the client a [`TokenSetStore`], whose methods block, or read the
//!   session again if the error is [`RefreshTokenRejected`](AuthenticationError::RefreshTokenRejected).

mod application_tokens;
mod authorization_request;
mod authorize;
mod callback;
mod calls;
mod config;
mod context;
mod discover;
mod discovered;
mod endpoint_call;
mod error;
mod fetched_keys;
mod finish;
mod flights;
mod get_provider_metadata;
mod introspect_token;
mod json_web_key_set;
mod keys;
mod log_in;
mod logout_url;
mod messages;
mod pending_login;
mod pkce;
mod provider_metadata;
mod read_user_info;
mod refresh;
mod refresh_tokens;
mod request_account_tokens;
mod request_tokens;
mod request_user_info;
mod revoke_token;
mod scope;
mod token_set;
mod token_set_store;
mod url;
mod user_authorization;
mod user_tokens;
mod verify;

use self::application_tokens::RequestApplicationTokens;
pub use self::authorization_request::{AuthorizationRequest, Prompt};
pub use self::authorize::{AuthorizationUrl, Authorize};
pub use self::config::{ApplicationConfig, ClientAuthentication, IdTokenAlgorithm};
pub use self::context::ApplicationContext;
use self::endpoint_call::EndpointCall;
pub use self::error::AuthenticationError;
pub use self::finish::FinishLogin;
pub use self::get_provider_metadata::GetProviderMetadata;
pub use self::introspect_token::{IntrospectToken, TokenIntrospection};
pub use self::json_web_key_set::GetJsonWebKeySet;
pub use self::log_in::{LogIn, LoggedIn};
pub use self::logout_url::{BuildLogoutUrl, LogoutRequest, LogoutUrl};
pub use self::messages::OauthErrorCode;
pub use self::pending_login::{PendingLogin, PendingLogins};
pub use self::pkce::PkceCodeChallenge;
pub use self::provider_metadata::{ProviderMetadata, ProviderMetadataDocument};
pub use self::read_user_info::ReadUserInfo;
pub use self::refresh_tokens::RefreshTokens;
pub use self::request_account_tokens::RequestAccountTokens;
pub use self::request_tokens::{Grant, RequestTokens, TokenSetResponse};
pub use self::request_user_info::RequestUserInfo;
pub use self::revoke_token::RevokeToken;
pub use self::scope::Scope;
pub use self::token_set::TokenSet;
pub use self::token_set_store::TokenSetStore;
pub use self::url::{EndpointUrl, RedirectUrl};
pub(crate) use self::verify::is_rejection;
pub use self::verify::{UnverifiedIdToken, Verifiable, VerifyToken};
use crate::client::methods::flow_methods;
use crate::oidc::UserInfoClaims;
use crate::principal::{Application, ApplicationUser};
use crate::token::{AccessTokenClaims, IdTokenClaims};
use crate::{AccessToken, AppId, IdToken, Nonce, Password, Secret, Token};

flow_methods! {
    /// # Application: login by redirect
    impl [] Application as Application of (AuthenticationClient AsyncAuthenticationClient) {
        /// Begins a login: the URL for the browser, and the pending login for its session. Ask for scopes, or for an
        /// [`AuthorizationRequest`]. The scope `openid` is always asked for.
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if no redirect URL is configured.
        /// * [`Error::Authentication`](crate::Error::Authentication) if the provider's metadata are those of another issuer. The
        ///   metadata are kept for an hour.
        @example "let (url, pending) = client.authorize([authing_core::application::Scope::Profile])"
        fn authorize(context, request: impl Into<AuthorizationRequest>) -> (AuthorizationUrl, PendingLogin) = Authorize::new(context, request);
        /// Ends a login: checks the callback (the URL of the browser's request, or its path and query), exchanges its code, and
        /// verifies the ID token.
        ///
        /// # Errors
        ///
        /// * [`Error::Authentication`](crate::Error::Authentication) with an [`AuthenticationError`]: the callback, the metadata or
        ///   the ID token is not accepted. Its [`is_bad_request`](AuthenticationError::is_bad_request) tells the HTTP status for
        ///   the browser.
        /// * [`Error::Service`](crate::Error::Service) with `oauth_error` `invalid_grant` if the code was used or has expired.
        fn finish(context, callback: &str, pending: PendingLogin) -> LoggedIn = FinishLogin::new(context, callback, pending);
        /// Creates the URL of a logout at the provider.
        ///
        /// # Errors
        ///
        /// * [`Error::Authentication`](crate::Error::Authentication) for the provider's metadata, as [`authorize`](Self::authorize).
        @example "let url = client.logout_url(authing_core::application::LogoutRequest::new(\"ID token\"))"
        fn logout_url(context, request: LogoutRequest) -> LogoutUrl = BuildLogoutUrl::new(context, request);
    }
}

flow_methods! {
    /// # Application: tokens
    impl [] Application as Application of (AuthenticationClient AsyncAuthenticationClient) {
        /// Logs in with a user's name and password (RFC 6749, section 4.3). The password is sent unencrypted, over TLS.
        ///
        /// # Errors
        ///
        /// * [`Error::Service`](crate::Error::Service) with `oauth_error` `invalid_grant` if the user or the password is wrong.
        /// * [`AuthenticationError::InvalidIdToken`] if the ID token does not verify.
        @example "let logged_in = client.log_in_with_password(\"bob\", \"password\", [\"profile\"])"
        fn log_in_with_password(
            context,
            username: impl Into<String>,
            password: impl Into<Password>,
            scopes: impl IntoIterator<Item = impl Into<Scope>>
        ) -> LoggedIn = LogIn::by_password(context, username, password, scopes);
        /// Gets tokens of the application itself (RFC 6749, section 4.4).
        ///
        /// # Errors
        ///
        /// * [`Error::Service`](crate::Error::Service) with `oauth_error` `invalid_client` if the secret is wrong, `invalid_scope` if a scope is not permitted.
        @example "let tokens = client.client_credentials([\"order:read\"])"
        fn client_credentials(context, scopes: impl IntoIterator<Item = impl Into<Scope>>) -> TokenSet
            = RequestApplicationTokens::new(context, RequestTokens::new(Grant::ClientCredentials { scope: scope::join(scopes) }));
        /// Gets tokens of a programmatic account (编程访问账号).
        ///
        /// # Errors
        ///
        /// * [`Error::Service`](crate::Error::Service) with `oauth_error` `invalid_client` if the key or its secret is wrong.
        @example "let tokens = client.account_credentials(\"key\", \"secret\", [\"order:read\"])"
        fn account_credentials(
            context,
            id: impl Into<AppId>,
            secret: impl Into<Secret>,
            scopes: impl IntoIterator<Item = impl Into<Scope>>
        ) -> TokenSet
            = RequestApplicationTokens::new(context, RequestAccountTokens::new(id, secret, scope::join(scopes)));
        /// Exchanges the refresh token for new tokens. Callers with the same tokens share one request. Keep the new
        /// set instead of the old one.
        ///
        /// # Errors
        ///
        /// * [`AuthenticationError::RefreshTokenRejected`] if the user must log in again.
        /// * [`AuthenticationError::MissingRefreshToken`] if the tokens have no refresh token; nothing is sent.
        /// * [`AuthenticationError::WrongSubject`] if the new tokens are those of another user.
        @example "let tokens = authing_core::application::TokenSet::from_access_token(\"token\");\nlet tokens = client.refresh(&tokens)"
        fn refresh(context, tokens: &TokenSet) -> TokenSet = RefreshTokens::new(context, tokens);
        /// Checks at the provider whether a token is valid (RFC 7662). An invalid token is a response, not an error.
        ///
        /// # Errors
        ///
        /// * [`Error::Service`](crate::Error::Service) with `oauth_error` `invalid_client` if the secret is wrong.
        @example "let is_active = client.introspect(\"access token\")"
        fn introspect(context, token: impl Into<Token>) -> TokenIntrospection
            = EndpointCall::new(context, IntrospectToken::new(token));
        /// Revokes a token (RFC 7009). To end a login, revoke the refresh token.
        ///
        /// # Errors
        ///
        /// * [`Error::Service`](crate::Error::Service) with `oauth_error` `invalid_client` if the secret is wrong.
        @example "client.revoke(\"refresh token\")"
        fn revoke(context, token: impl Into<Token>) -> () = EndpointCall::new(context, RevokeToken::new(token));
    }
}

flow_methods! {
    /// # Application: verification of tokens
    impl [] Application as Application of (AuthenticationClient AsyncAuthenticationClient) {
        /// Verifies an access token with the provider's current keys, such as the bearer token of a request to a server.
        ///
        /// # Errors
        ///
        /// * [`AuthenticationError::InvalidAccessToken`] if the token does not verify.
        @example "let claims = client.verify_access_token(\"access token\")"
        fn verify_access_token(context, token: impl Into<AccessToken>) -> AccessTokenClaims = VerifyToken::new(context, token.into());
        /// Verifies an ID token of another program, with the nonce of its login if this program knows it.
        ///
        /// # Errors
        ///
        /// * [`AuthenticationError::InvalidIdToken`] if the token does not verify.
        @example "let claims = client.verify_id_token(\"ID token\", None)"
        fn verify_id_token(context, token: impl Into<IdToken>, nonce: Option<Nonce>) -> IdTokenClaims
            = VerifyToken::new(context, UnverifiedIdToken::new(token, nonce));
    }
}

flow_methods! {
    /// # Application: the user of the tokens
    impl [] ApplicationUser as ApplicationUser of (AuthenticationClient AsyncAuthenticationClient) {
        /// Reads the claims about the user, who must be the user of the ID token.
        ///
        /// # Errors
        ///
        /// * [`AuthenticationError::WrongSubject`] if the claims are about another user.
        /// * [`AuthenticationError::RefreshTokenRejected`] if the access token has expired and the user must log in again.
        @example "let claims = client.user_info()"
        fn user_info(context) -> UserInfoClaims = ReadUserInfo::new(context);
    }
}
