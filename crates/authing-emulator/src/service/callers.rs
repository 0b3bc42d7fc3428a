//! The caller of a request: anonymous, a user, or the pool's owner, by the token that came with it.

use std::net::IpAddr;

use crate::crypto::token::{self, Claims};
use crate::errors::{ErrorResponse, NOT_ALLOWED, NOT_LOGGED_IN, NOT_YOURS, TOKEN_EXPIRED};
use crate::service::sessions;
use crate::world::World;

/// The caller of a request, and the IP address that it came from.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) identity: Identity,
    pub(crate) ip: IpAddr,
}

#[derive(Clone, Debug)]
pub(crate) enum Identity {
    Anonymous,
    User {
        id: String,
        token: String,
    },
    Owner,
    /// A token that is not valid. Only a call that needs a token fails.
    Invalid {
        token: String,
        error: ErrorResponse,
    },
}

impl Caller {
    pub(crate) fn new(world: &World, authorization: Option<&str>, ip: IpAddr) -> Self {
        Self { identity: Identity::of(world, bare(authorization)), ip }
    }

    /// The token as it was sent, good or not.
    pub(crate) fn token(&self) -> Option<&str> {
        match &self.identity {
            Identity::User { token, .. } | Identity::Invalid { token, .. } => Some(token),
            Identity::Anonymous | Identity::Owner => None,
        }
    }

    /// The user who is logged in.
    pub(crate) fn user(&self) -> Result<&str, ErrorResponse> {
        match &self.identity {
            Identity::User { id, .. } => Ok(id),
            Identity::Owner => Err(NOT_ALLOWED),
            Identity::Anonymous => Err(NOT_LOGGED_IN),
            Identity::Invalid { error, .. } => Err(error.clone()),
        }
    }

    /// A user may act for themself, the pool's owner for any user.
    pub(crate) fn may_act_for(&self, id: &str) -> Result<(), ErrorResponse> {
        match &self.identity {
            Identity::Owner => Ok(()),
            _ if self.user()? == id => Ok(()),
            _ => Err(NOT_YOURS),
        }
    }

    /// Whether the user is another than the caller, of whom less is read. An anonymous caller reads none.
    pub(crate) fn may_read(&self, id: &str) -> Result<bool, ErrorResponse> {
        Ok(!self.is_owner() && self.user()? != id)
    }

    /// The user to act on: the one named, if the caller may, else the caller.
    pub(crate) fn target_user(&self, named: Option<String>) -> Result<String, ErrorResponse> {
        match named {
            Some(id) => self.may_act_for(&id).map(|()| id),
            None => self.user().map(str::to_owned),
        }
    }

    /// What only the pool's owner may do.
    pub(crate) fn must_be_owner(&self) -> Result<(), ErrorResponse> {
        if self.is_owner() { Ok(()) } else { Err(self.user().map_or_else(|why| why, |_| NOT_ALLOWED)) }
    }

    pub(crate) fn is_owner(&self) -> bool {
        matches!(self.identity, Identity::Owner)
    }
}

/// The token itself: the mini-program client's REST calls send it without `Bearer`, and an empty header when there is none.
fn bare(authorization: Option<&str>) -> Option<&str> {
    let text = authorization?.trim();
    let token = text.strip_prefix("Bearer").map_or(text, str::trim_start);
    (!token.is_empty()).then_some(token)
}

impl Identity {
    fn of(world: &World, token: Option<&str>) -> Self {
        let Some(token) = token else { return Self::Anonymous };
        let invalid = |error| Self::Invalid { token: token.into(), error };
        if let Some(claims) = token::verify::<Claims>(token, &sessions::owner_key(world)) {
            let alive = world.now().seconds() < claims.exp;
            return if alive { Self::Owner } else { invalid(TOKEN_EXPIRED) };
        }
        match sessions::introspect(world, token) {
            Ok(claims) => Self::User { id: claims.data.id, token: token.into() },
            Err(why) => invalid(why),
        }
    }
}
