//! The state that a call needs: a pool's, or an application's.

use std::sync::Arc;

use http::{HeaderMap, Response};
use zeroize::Zeroizing;

use crate::application::ApplicationContext;
use crate::context::Context;
use crate::operation::Constants;
use crate::runtime::Runtime;
use crate::session::Session;
use crate::wire::Envelope;
use crate::wire::decode::service_error_code;
use crate::{BaseUrl, Error, ErrorCode, Service};

/// The state that a call needs: the context of a pool's client, or of an application's.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CallContext {
    /// A pool's.
    Pool(Arc<Context>),
    /// An application's.
    Application(Arc<ApplicationContext>),
}

impl From<&Arc<Context>> for CallContext {
    fn from(context: &Arc<Context>) -> Self {
        Self::Pool(Arc::clone(context))
    }
}

impl From<&Arc<ApplicationContext>> for CallContext {
    fn from(context: &Arc<ApplicationContext>) -> Self {
        Self::Application(Arc::clone(context))
    }
}

impl From<&Self> for CallContext {
    fn from(context: &Self) -> Self {
        context.clone()
    }
}

impl CallContext {
    /// Rejects a pool's operation in an application's context, and the other way round.
    pub(crate) fn require(&self, operation: &Constants) -> Result<(), Error> {
        let needs = operation.authorization;
        if needs.is_of_application() == matches!(self, Self::Application(_)) {
            return Ok(());
        }
        Err(Error::WrongPrincipal { operation: operation.name, needs })
    }

    /// The base URL of a service, if the context knows one.
    pub(crate) fn base_url(&self, service: Service) -> Option<&BaseUrl> {
        match (self, service) {
            (Self::Application(context), Service::Application) => Some(context.config().host()),
            (Self::Application(_), _) | (Self::Pool(_), Service::Application) => None,
            (Self::Pool(context), service) => Some(context.config().base_url(service)),
        }
    }

    /// Adds the headers that every request of the context has.
    pub(crate) fn insert_headers(&self, to: &mut HeaderMap) {
        if let Self::Application(context) = self {
            context.config().insert_headers(to);
        }
    }

    pub(crate) fn pool(&self) -> Option<&Arc<Context>> {
        match self {
            Self::Pool(context) => Some(context),
            Self::Application(_) => None,
        }
    }

    /// The same context, for the user who is logged in now and no other.
    pub(crate) fn pinned(&self) -> Self {
        match self {
            Self::Pool(context) => Self::Pool(context.pinned()),
            Self::Application(context) => Self::Application(Arc::clone(context)),
        }
    }

    /// The visitor's session. No other principal has one.
    pub(crate) fn session(&self) -> Option<&Arc<Session>> {
        self.pool()?.session()
    }

    pub(crate) fn runtime(&self) -> &Arc<Runtime> {
        match self {
            Self::Pool(context) => context.runtime(),
            Self::Application(context) => context.runtime(),
        }
    }

    /// Whether a response says that the token of the request is no longer valid, and that another one may be.
    pub(crate) fn rejects_token(&self, envelope: Envelope, response: &Response<Vec<u8>>) -> bool {
        match self {
            Self::Pool(_) => {
                let code = service_error_code(envelope, response);
                matches!(code, Some(ErrorCode::TOKEN_EXPIRED | ErrorCode::TOKEN_INVALID))
            }
            // RFC 6750, section 3.1: `invalid_token` has this status.
            Self::Application(_) => response.status() == http::StatusCode::UNAUTHORIZED,
        }
    }

    /// The secrets and tokens that a request of the context may carry, for masking.
    pub(crate) fn secrets(&self) -> Vec<Zeroizing<String>> {
        match self {
            Self::Pool(context) => {
                let secret = context.config().secret().map(|secret| Zeroizing::new(secret.expose().to_owned()));
                context.tokens().map(|token| Zeroizing::new(token.expose().to_owned())).chain(secret).collect()
            }
            Self::Application(context) => context.secrets(),
        }
    }
}
