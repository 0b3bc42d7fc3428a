//! The verification of a request's token: for an application, or for a pool.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use async_trait::async_trait;
use authing_core::application::AuthenticationError;
use authing_core::principal::Application;
use authing_core::token::TokenVerifier;
use authing_core::transport::AsyncTransport;
use authing_core::{AsyncAuthenticationClient, Token};
use http::HeaderMap;

use crate::bearer::bearer_token;
use crate::{CurrentUser, Rejection, UserClaims};

/// Verifies the tokens of requests. It is the state that the extractor [`CurrentUser`] needs; clones share one cache of keys.
#[derive(Clone)]
pub struct Authenticator {
    verify: Arc<dyn Verify>,
}

impl Authenticator {
    /// Accepts the access tokens of an application, verified with the provider's keys. Keys are fetched in single flight and kept
    /// for an hour. A token with an unknown key fetches them again, at most once a minute.
    pub fn for_application<T: AsyncTransport + 'static>(client: AsyncAuthenticationClient<T, Application>) -> Self {
        Self { verify: Arc::new(OfApplication(client)) }
    }

    /// Accepts the user tokens of a pool of 2020, verified with the pool's secret. Nothing is sent.
    pub fn for_pool(verifier: TokenVerifier) -> Self {
        Self { verify: Arc::new(OfPool(verifier)) }
    }

    /// The user whose token the headers have.
    ///
    /// # Errors
    ///
    /// * [`Rejection::MissingToken`] without a bearer token.
    /// * [`Rejection::InvalidRequest`] for two `authorization` headers, or `Bearer` without a token.
    /// * [`Rejection::InvalidToken`] if the token does not verify.
    /// * [`Rejection::NotAUser`] if the token is an application's own.
    /// * [`Rejection::Unavailable`] if the provider's keys cannot be fetched.
    pub async fn authenticate(&self, headers: &HeaderMap) -> Result<CurrentUser, Rejection> {
        let token = bearer_token(headers)?;
        let claims = self.verify.verify(token).await?;
        CurrentUser::new(claims).ok_or(Rejection::NotAUser)
    }
}

impl fmt::Debug for Authenticator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authenticator(…)")
    }
}

#[async_trait]
trait Verify: Send + Sync {
    async fn verify(&self, token: Token) -> Result<UserClaims, Rejection>;
}

struct OfApplication<T>(AsyncAuthenticationClient<T, Application>);

#[async_trait]
impl<T: AsyncTransport> Verify for OfApplication<T> {
    async fn verify(&self, token: Token) -> Result<UserClaims, Rejection> {
        match self.0.verify_access_token(token.expose()).await {
            Ok(claims) => Ok(UserClaims::Application(claims)),
            Err(error) => Err(match error.authentication() {
                Some(AuthenticationError::InvalidAccessToken(reason)) => Rejection::InvalidToken(*reason),
                _ => Rejection::Unavailable(error),
            }),
        }
    }
}

struct OfPool(TokenVerifier);

#[async_trait]
impl Verify for OfPool {
    async fn verify(&self, token: Token) -> Result<UserClaims, Rejection> {
        let claims = self.0.verify(token, SystemTime::now().into()).map_err(Rejection::InvalidToken)?;
        Ok(UserClaims::Pool(claims))
    }
}
