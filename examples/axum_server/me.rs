//! The user of a request, and what the user may do.

use authing_core::principal::OneUser;
use authing_core::types::User;
use authing_core::{Error, Token};
use authing_reqwest::{Client, UserPool};
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use crate::failure::Failure;

/// A client of the user whose token came with the request. It is dropped with the request.
///
/// It is created from the token without a request. The service verifies the token at each call.
pub(crate) struct Me(pub(crate) Client<OneUser>);

impl Me {
    /// The user, as the service says: it verifies the token. The id in the token is not verified.
    pub(crate) async fn user(&self) -> Result<User, Failure> {
        self.0.me().await.map_err(|error| match error {
            // The token names no user: it is not one of the pool's.
            Error::InvalidArgument(_) => Failure::LogInFirst,
            error => error.into(),
        })
    }
}

impl FromRequestParts<UserPool> for Me {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, pool: &UserPool) -> Result<Self, Failure> {
        let token = bearer(parts).ok_or(Failure::LogInFirst)?;
        // A text that cannot be a token is none.
        pool.for_user(token).map(Self).map_err(|_| Failure::LogInFirst)
    }
}

/// `Authorization: Bearer <token>`; the scheme's case does not matter (RFC 9110, section 11.1).
fn bearer(parts: &Parts) -> Option<Token> {
    let (scheme, token) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().into())
}

/// A user who has the role `admin`.
pub(crate) struct Admin;

impl FromRequestParts<UserPool> for Admin {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, pool: &UserPool) -> Result<Self, Failure> {
        let user = Me::from_request_parts(parts, pool).await?.user().await?;
        if has_role(pool, &user, "admin").await? { Ok(Self) } else { Err(Failure::Forbidden) }
    }
}

/// Roles are the pool's business, so the owner asks.
async fn has_role(pool: &UserPool, user: &User, name: &str) -> Result<bool, Failure> {
    let roles = pool.as_owner()?.user_permissions_by_role(user.id.clone()).await?;
    Ok(roles.list.iter().flat_map(|role| &role.group).any(|role| role.name.as_deref() == Some(name)))
}
