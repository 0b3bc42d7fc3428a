//! Verified users of the [Authing](https://authing.cn) identity service in axum and tower.
//!
//! A client of a server sends a token with each request: `authorization: Bearer …` (RFC 6750). This crate verifies it.
//! The keys of an application's tokens are fetched once an hour; a token of a pool needs no request at all.
//!
//! | a handler or a router needs | use |
//! |---|---|
//! | a user | the extractor [`CurrentUser`] |
//! | a user, if there is a token | the extractor `Option<CurrentUser>` |
//! | a user, a scope or a role for a whole router | the layer [`RequireUser`] |
//! | a scope or a role for one handler | [`CurrentUser::require_scope`], [`CurrentUser::require_role`] |
//!
//! ```
//! use authing_axum::{Authenticator, CurrentUser, Rejection};
//! use authing_reqwest::{ApplicationConfig, AuthenticationClient};
//! use axum::{Router, routing::get};
//!
//! async fn me(user: CurrentUser) -> String {
//!     user.id.as_str().to_owned()
//! }
//!
//! async fn orders(user: CurrentUser) -> Result<String, Rejection> {
//!     user.require_scope("order:read")?;
//!     Ok(format!("the orders of {}", user.id.as_str()))
//! }
//!
//! fn router() -> Result<Router, authing_reqwest::Error> {
//!     let config = ApplicationConfig::new("YOUR_APP_ID", "https://your-app.authing.cn")?;
//!     let authenticator = Authenticator::for_application(AuthenticationClient::new(config)?);
//!     let admin = Router::new()
//!         .route("/users", get(|| async { "all users" }))
//!         .layer(authenticator.require_user().with_role("admin"));
//!     let router = Router::new().route("/me", get(me)).route("/orders", get(orders));
//!     Ok(router.merge(admin).with_state(authenticator))
//! }
//! # router().unwrap();
//! ```
//!
//! # Responses
//!
//! | request | response (RFC 6750, section 3) |
//! |---|---|
//! | no token | 401, `www-authenticate: Bearer` |
//! | two `authorization` headers, or `Bearer` without a token | 400, `error="invalid_request"` |
//! | a forged or expired token, or a token for another application, issuer or pool | 401, `error="invalid_token"` |
//! | a scope or a role is missing, or the token is an application's own | 403, `error="insufficient_scope"` |
//! | the provider's keys cannot be fetched | 503 |
//!
//! # Limits
//!
//! A revoked token verifies until it expires, because the service is not asked. Where that matters, use
//! [`AsyncAuthenticationClient::introspect`](authing_core::AsyncAuthenticationClient::introspect).
//! A token in the URL or in a form is not read (RFC 9700, section 4.3.2).
#![forbid(unsafe_code)]

mod authenticator;
mod bearer;
mod current_user;
mod extract;
mod rejection;
mod require_user;

pub use self::authenticator::Authenticator;
pub use self::current_user::{CurrentUser, UserClaims};
pub use self::rejection::Rejection;
pub use self::require_user::{RequireUser, RequireUserService};

/// The README's sample, which is compiled with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
