//! The user of a browser's session.

use std::future::Future;

use authing_core::Error;
use authing_core::application::{AuthenticationError, TokenSet};
use authing_core::principal::ApplicationUser;
use authing_reqwest::AuthenticationClient;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use tower_sessions::Session;

use crate::app::App;
use crate::failure::Failure;

/// The session's key of the tokens.
pub(crate) const TOKENS: &str = "tokens";

/// The user who is logged in, by the browser's session. The response without a user is a redirect to the login.
pub(crate) struct LoggedInUser {
    authing: AuthenticationClient,
    session: Session,
    pub(crate) tokens: TokenSet,
}

impl LoggedInUser {
    async fn find(parts: &mut Parts, app: &App) -> Result<Option<Self>, Failure> {
        let session = Session::from_request_parts(parts, app).await.map_err(|_| Failure::NoSessions)?;
        let tokens = session.get(TOKENS).await?;
        Ok(tokens.map(|tokens| Self { authing: app.authing.clone(), session, tokens }))
    }

    /// Calls the provider as the user. The client refreshes the tokens if necessary.
    ///
    /// A browser that reloads cancels the handler. The call goes on in a task of its own, because the response of a refresh must
    /// not be lost: the old refresh token is used up.
    pub(crate) async fn call<T, F>(
        self,
        call: impl Fn(AuthenticationClient<ApplicationUser>) -> F + Send + Sync + 'static,
    ) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send,
    {
        tokio::spawn(async move {
            let outcome = self.try_call(&call, &self.tokens).await;
            match outcome {
                Err(Failure::Authing(error)) if is_rejected(&error) => {
                    let tokens = self.other_tokens().await?.ok_or(error)?;
                    self.try_call(&call, &tokens).await
                }
                outcome => outcome,
            }
        })
        .await?
    }

    /// Refreshes the tokens now.
    pub(crate) async fn refresh(self) -> Result<(), Failure> {
        tokio::spawn(async move {
            let tokens = match self.authing.refresh(&self.tokens).await {
                Ok(tokens) => tokens,
                Err(error) if is_rejected(&error) => return self.other_tokens().await?.map(drop).ok_or(error.into()),
                Err(error) => return Err(error.into()),
            };
            self.keep(&tokens).await
        })
        .await?
    }

    /// Revokes the refresh token, without waiting: the session is over either way.
    pub(crate) fn revoke(self) {
        if let Some(token) = self.tokens.refresh_token() {
            let token = token.expose().to_owned();
            tokio::spawn(async move { self.authing.revoke(token).await });
        }
    }

    async fn try_call<T, F>(
        &self,
        call: &(impl Fn(AuthenticationClient<ApplicationUser>) -> F + Sync),
        tokens: &TokenSet,
    ) -> Result<T, Failure>
    where
        F: Future<Output = Result<T, Error>>,
    {
        let client = self.authing.for_user(tokens.clone());
        let outcome = call(client.clone()).await;
        let now = client.tokens();
        if now != *tokens {
            self.keep(&now).await?;
        }
        Ok(outcome?)
    }

    /// Writes new tokens at once, not at the end of the request. A session that has ended meanwhile stays ended.
    async fn keep(&self, tokens: &TokenSet) -> Result<(), Failure> {
        self.session.load().await?;
        let stored: Option<TokenSet> = self.session.get(TOKENS).await?;
        if stored.is_none_or(|stored| stored.subject() != tokens.subject()) {
            return Err(Error::NotLoggedIn.into());
        }
        self.session.insert(TOKENS, tokens).await?;
        Ok(self.session.save().await?)
    }

    /// The tokens that another instance has written since this request began.
    async fn other_tokens(&self) -> Result<Option<TokenSet>, Failure> {
        self.session.load().await?;
        let stored: Option<TokenSet> = self.session.get(TOKENS).await?;
        Ok(stored.filter(|stored| *stored != self.tokens && stored.subject() == self.tokens.subject()))
    }
}

fn is_rejected(error: &Error) -> bool {
    matches!(error.authentication(), Some(AuthenticationError::RefreshTokenRejected))
}

impl FromRequestParts<App> for LoggedInUser {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        Self::find(parts, app).await?.ok_or(Failure::Authing(Error::NotLoggedIn))
    }
}

impl OptionalFromRequestParts<App> for LoggedInUser {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Failure> {
        Self::find(parts, app).await
    }
}
