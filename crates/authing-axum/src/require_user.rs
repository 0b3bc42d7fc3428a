//! A layer that lets only requests of a user through.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum_core::response::{IntoResponse, Response};
use http::{HeaderMap, Request};
use tower_layer::Layer;
use tower_service::Service;

use crate::{Authenticator, CurrentUser, Rejection};

/// A layer for a router: the token of each request is verified, and the user must have all scopes and roles. Otherwise the
/// response is the [`Rejection`], and the inner service is not called.
///
/// The inner service finds the [`CurrentUser`] in the request's extensions: `Extension<CurrentUser>`, or the extractor
/// `CurrentUser`, which does not verify the token again.
///
/// A preflight request of CORS has no token. Put a layer for CORS outside this layer.
#[derive(Clone, Debug)]
pub struct RequireUser {
    authenticator: Authenticator,
    requirements: Arc<Requirements>,
}

#[derive(Clone, Debug, Default)]
struct Requirements {
    scopes: Vec<String>,
    roles: Vec<String>,
}

impl Authenticator {
    /// The layer that lets only requests of a user through.
    pub fn require_user(&self) -> RequireUser {
        RequireUser { authenticator: self.clone(), requirements: Arc::default() }
    }
}

impl RequireUser {
    /// Requires a scope as well.
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.requirements).scopes.push(scope.into());
        self
    }

    /// Requires a role as well.
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.requirements).roles.push(role.into());
        self
    }

    async fn check(&self, headers: &HeaderMap) -> Result<CurrentUser, Rejection> {
        let user = self.authenticator.authenticate(headers).await?;
        self.requirements.scopes.iter().try_for_each(|scope| user.require_scope(scope))?;
        self.requirements.roles.iter().try_for_each(|role| user.require_role(role))?;
        Ok(user)
    }
}

impl<S> Layer<S> for RequireUser {
    type Service = RequireUserService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        RequireUserService { inner, require: self.clone() }
    }
}

/// The service of [`RequireUser`].
#[derive(Clone, Debug)]
pub struct RequireUserService<S> {
    inner: S,
    require: RequireUser,
}

impl<S, B> Service<Request<B>> for RequireUserService<S>
where
    S: Service<Request<B>, Response = Response> + Clone + Send + 'static,
    S::Future: Send,
    B: Send + 'static,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        // The service that was polled is the one that is ready.
        let ready = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, ready);
        let require = self.require.clone();
        Box::pin(async move {
            // The future must not borrow the request, whose body may not be `Sync`.
            let headers = request.headers().clone();
            match require.check(&headers).await {
                Ok(user) => {
                    request.extensions_mut().insert(user);
                    inner.call(request).await
                }
                Err(rejection) => Ok(rejection.into_response()),
            }
        })
    }
}
