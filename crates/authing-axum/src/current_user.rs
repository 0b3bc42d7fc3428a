//! The user of a request.

use std::sync::Arc;

use authing_core::UserId;
use authing_core::token::{AccessTokenClaims, OtherClaims, TokenClaims};

use crate::Rejection;

/// The user of a request, whose token was verified.
///
/// It is an extractor. Its state is an [`Authenticator`](crate::Authenticator), or gives one by `FromRef`. `Option<CurrentUser>` is
/// `None` for a request without a token; an invalid token is rejected there, too.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CurrentUser {
    /// The user.
    pub id: UserId,
    /// The claims of the token.
    pub claims: Arc<UserClaims>,
}

/// The claims of a user's token.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UserClaims {
    /// The claims of an application's access token.
    Application(AccessTokenClaims),
    /// The claims of a pool's user token.
    Pool(TokenClaims),
}

/// The claim with the user's roles (RFC 9068, section 2.2.3.1).
const ROLES: &str = "roles";

impl CurrentUser {
    /// The user of the claims; nothing if they are an application's own.
    pub(crate) fn new(claims: UserClaims) -> Option<Self> {
        let id = match &claims {
            UserClaims::Application(claims) => UserId::new(subject(claims)?),
            UserClaims::Pool(claims) => claims.data.id.clone(),
        };
        Some(Self { id, claims: Arc::new(claims) })
    }

    /// Whether the token has a scope. A pool's token has none.
    pub fn has_scope(&self, scope: &str) -> bool {
        match &*self.claims {
            UserClaims::Application(claims) => claims.has_scope(scope),
            UserClaims::Pool(_) => false,
        }
    }

    /// The roles in the token's claim `roles`, an array of texts. The service adds the claim if the console's settings say so.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        let roles = self.other_claims().get(ROLES).and_then(|roles| roles.as_array());
        roles.into_iter().flatten().filter_map(|role| role.as_str())
    }

    /// Whether the token has a role.
    pub fn has_role(&self, role: &str) -> bool {
        self.roles().any(|other| other == role)
    }

    /// Requires a scope.
    ///
    /// # Errors
    ///
    /// [`Rejection::MissingScope`] if the token does not have it.
    pub fn require_scope(&self, scope: &str) -> Result<(), Rejection> {
        if self.has_scope(scope) { Ok(()) } else { Err(Rejection::MissingScope { scope: scope.to_owned() }) }
    }

    /// Requires a role.
    ///
    /// # Errors
    ///
    /// [`Rejection::MissingRole`] if the token does not have it.
    pub fn require_role(&self, role: &str) -> Result<(), Rejection> {
        if self.has_role(role) { Ok(()) } else { Err(Rejection::MissingRole) }
    }

    fn other_claims(&self) -> &OtherClaims {
        match &*self.claims {
            UserClaims::Application(claims) => &claims.other,
            UserClaims::Pool(claims) => &claims.other,
        }
    }
}

/// The user. An application's own token has the application in the place of the user (RFC 9068, section 2.2).
fn subject(claims: &AccessTokenClaims) -> Option<&str> {
    let subject = claims.sub.as_deref().filter(|subject| !subject.is_empty())?;
    let applications = claims.client_id.iter().chain(&claims.azp).chain(claims.aud.as_slice());
    (!applications.into_iter().any(|app| app == subject)).then_some(subject)
}
