//! The choice of the token that a request of a pool's client carries. Nothing else reads a pool's token to send it.

use std::sync::Arc;

use super::{Context, PrincipalKind};
use crate::flow::{AuthorizationFlow, bare};
use crate::operation::Constants;
use crate::principal::Authorization;
use crate::time::Timestamp;
use crate::{Error, Token, WrongPrincipal};

impl Context {
    /// The authorization that an operation needs. `rejected` is a token that the service has just rejected.
    pub(crate) fn authorize(
        self: &Arc<Self>,
        operation: &Constants,
        rejected: Option<Token>,
        now: Timestamp,
    ) -> Result<AuthorizationFlow, Error> {
        let needs = operation.authorization;
        let header = match (needs, &self.principal) {
            (Authorization::Nothing, _)
            | (Authorization::Login, PrincipalKind::Visitor)
            | (Authorization::Secret, PrincipalKind::Owner(_)) => None,
            (Authorization::Optional | Authorization::Owner, PrincipalKind::Owner(authorize)) => {
                return Ok(authorize(self, rejected));
            }
            (
                Authorization::Login
                | Authorization::Owner
                | Authorization::Secret
                | Authorization::AnyApplication
                | Authorization::Application
                | Authorization::ApplicationUser
                | Authorization::Administrator
                | Authorization::AccessKey,
                _,
            )
            | (Authorization::User | Authorization::OptionalUser, PrincipalKind::Owner(_)) => {
                return Err(WrongPrincipal { operation: operation.name, needs }.into());
            }
            (Authorization::Optional, _) => self.user_bearer(now)?,
            (Authorization::OptionalUser, _) => Some(bare(self.user_token(now)?.as_ref())?),
            (Authorization::User, _) => Some(bare(Some(&self.user_token(now)?.ok_or(Error::NotLoggedIn)?))?),
        };
        Ok(AuthorizationFlow::AtHand(header))
    }
}
