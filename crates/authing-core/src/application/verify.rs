//! The verification of a token of the application with the provider's current keys.
//!
//! ```text
//!  ┌───────────┐ RS256 ┌───────────┐ keys
//!  │ Unchecked │ ────▶ │ Obtaining │ ───▶ done
//!  └───────────┘       └───────────┘       ▲
//!       └──── HS256: the secret ───────────┘
//! ```
//!
//! A token that no key can verify costs no request.

use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::keys::ObtainKeys;
use super::{ApplicationConfig, ApplicationContext, AuthenticationError};
use crate::flow::{Event, Flow, Progress, UNEXPECTED_EVENT, ready};
use crate::time::Timestamp;
use crate::token::{
    AccessTokenClaims, AccessTokenVerifier, ExpectedNonce, IdTokenClaims, IdTokenVerifier, JsonWebKeySet,
    TokenVerificationError, VerificationKey,
};
use crate::{AccessToken, Error, IdToken, Nonce};

/// The nonce that an ID token must have, for a flow: see [`ExpectedNonce`].
#[derive(Clone, Debug)]
pub(super) enum NonceRule {
    Exactly(Nonce),
    AbsentOr(Nonce),
    Absent,
    Unchecked,
}

impl NonceRule {
    fn as_expected(&self) -> ExpectedNonce<'_> {
        match self {
            Self::Exactly(nonce) => ExpectedNonce::Exactly(nonce),
            Self::AbsentOr(nonce) => ExpectedNonce::AbsentOr(nonce),
            Self::Absent => ExpectedNonce::Absent,
            Self::Unchecked => ExpectedNonce::Unchecked,
        }
    }
}

/// A token that can be verified for an application.
pub trait Verifiable {
    /// The claims.
    type Claims;
    /// The key that the configuration has for such tokens, if no key is to be fetched.
    #[doc(hidden)]
    fn known_key(&self, config: &ApplicationConfig) -> Option<VerificationKey>;
    /// The `kid` of the key that verifies the token.
    #[doc(hidden)]
    fn key_id(&self, config: &ApplicationConfig) -> Result<Option<String>, AuthenticationError>;
    #[doc(hidden)]
    fn verify(
        &self,
        config: &ApplicationConfig,
        key: VerificationKey,
        now: Timestamp,
    ) -> Result<Self::Claims, AuthenticationError>;
}

/// An ID token to verify.
#[derive(Debug)]
pub struct UnverifiedIdToken {
    pub(super) token: IdToken,
    pub(super) nonce: NonceRule,
    /// The access token that came with it.
    pub(super) access_token: Option<AccessToken>,
}

impl UnverifiedIdToken {
    /// Creates it from an ID token of another program, with the nonce of the login if this program knows it.
    pub fn new(token: impl Into<IdToken>, nonce: Option<Nonce>) -> Self {
        let nonce = nonce.map_or(NonceRule::Unchecked, NonceRule::Exactly);
        Self { token: token.into(), nonce, access_token: None }
    }

    /// Creates it from an ID token and its access token, of a login without a redirect: there is no nonce.
    pub(crate) fn received(token: IdToken, access_token: AccessToken) -> Self {
        Self { token, nonce: NonceRule::Unchecked, access_token: Some(access_token) }
    }

    pub(crate) fn id_token(&self) -> &IdToken {
        &self.token
    }

    fn verifier(config: &ApplicationConfig, key: VerificationKey) -> IdTokenVerifier {
        IdTokenVerifier::new(config.issuer().clone(), config.app_id(), key)
    }
}

impl Verifiable for UnverifiedIdToken {
    type Claims = IdTokenClaims;

    fn known_key(&self, config: &ApplicationConfig) -> Option<VerificationKey> {
        config.id_token_key().cloned().map(VerificationKey::from)
    }

    fn key_id(&self, config: &ApplicationConfig) -> Result<Option<String>, AuthenticationError> {
        Self::verifier(config, no_keys()).key_id(&self.token).map_err(AuthenticationError::InvalidIdToken)
    }

    fn verify(
        &self,
        config: &ApplicationConfig,
        key: VerificationKey,
        now: Timestamp,
    ) -> Result<IdTokenClaims, AuthenticationError> {
        Self::verifier(config, key)
            .verify(&self.token, self.nonce.as_expected(), self.access_token.as_ref(), now)
            .map_err(AuthenticationError::InvalidIdToken)
    }
}

impl Verifiable for AccessToken {
    type Claims = AccessTokenClaims;

    /// Access tokens are always signed with the provider's keys: HS256 is for ID tokens.
    fn known_key(&self, _config: &ApplicationConfig) -> Option<VerificationKey> {
        None
    }

    fn key_id(&self, config: &ApplicationConfig) -> Result<Option<String>, AuthenticationError> {
        access_verifier(config, no_keys()).key_id(self).map_err(AuthenticationError::InvalidAccessToken)
    }

    fn verify(
        &self,
        config: &ApplicationConfig,
        key: VerificationKey,
        now: Timestamp,
    ) -> Result<AccessTokenClaims, AuthenticationError> {
        access_verifier(config, key).verify(self, now).map_err(AuthenticationError::InvalidAccessToken)
    }
}

fn access_verifier(config: &ApplicationConfig, key: VerificationKey) -> AccessTokenVerifier {
    AccessTokenVerifier::new(config.issuer().clone(), config.app_id(), key)
}

fn no_keys() -> VerificationKey {
    JsonWebKeySet::default().into()
}

/// The flow that verifies a token: an [`UnverifiedIdToken`] or an [`AccessToken`].
pub struct VerifyToken<V> {
    context: Arc<ApplicationContext>,
    token: V,
    keys: Option<Box<ObtainKeys>>,
}

impl<V: Verifiable> VerifyToken<V> {
    /// The flow of one token.
    pub fn new(context: &Arc<ApplicationContext>, token: V) -> Self {
        Self { context: Arc::clone(context), token, keys: None }
    }

    /// The token.
    pub(crate) fn token(&self) -> &V {
        &self.token
    }
}

impl<V: Verifiable> Flow for VerifyToken<V> {
    type Notification = Infallible;
    type Output = V::Claims;

    fn poll(&mut self, now: Timestamp) -> Progress<V::Claims> {
        let config = self.context.config();
        let keys = if let Some(keys) = &mut self.keys {
            keys
        } else {
            if let Some(key) = self.token.known_key(config) {
                return Ok(Break(self.token.verify(config, key, now)?));
            }
            let key_id = self.token.key_id(config)?;
            self.keys.insert(Box::new(ObtainKeys::new(&self.context, key_id)))
        };
        let keys = ready!(keys.poll(now));
        Ok(Break(self.token.verify(config, keys.into(), now)?))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.keys {
            Some(keys) => keys.handle(now, event),
            None => Err(UNEXPECTED_EVENT),
        }
    }
}

impl<V> fmt::Debug for VerifyToken<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VerifyToken(…)")
    }
}

/// Whether the error is a wrong token, and not a failed fetch of keys.
pub(crate) fn is_rejection(error: &Error) -> bool {
    let rejected = |reason: &TokenVerificationError| *reason != TokenVerificationError::UnknownKey;
    matches!(error.authentication(), Some(AuthenticationError::InvalidIdToken(reason)) if rejected(reason))
}
