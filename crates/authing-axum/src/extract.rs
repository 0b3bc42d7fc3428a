//! [`CurrentUser`] as an extractor.

use axum_core::extract::{FromRef, FromRequestParts, OptionalFromRequestParts};
use http::request::Parts;

use crate::{Authenticator, CurrentUser, Rejection};

impl<S> FromRequestParts<S> for CurrentUser
where
    S: Send + Sync,
    Authenticator: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        // A layer has verified this very token.
        if let Some(user) = parts.extensions.get::<Self>() {
            return Ok(user.clone());
        }
        Authenticator::from_ref(state).authenticate(&parts.headers).await
    }
}

impl<S> OptionalFromRequestParts<S> for CurrentUser
where
    S: Send + Sync,
    Authenticator: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Rejection> {
        match <Self as FromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(user) => Ok(Some(user)),
            Err(Rejection::MissingToken) => Ok(None),
            Err(rejection) => Err(rejection),
        }
    }
}
