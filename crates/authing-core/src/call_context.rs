//! The state that a call needs: a pool's, an application's, or an administrator's.

use std::sync::Arc;

use http::{HeaderMap, Response};

use crate::application::ApplicationContext;
use crate::context::Context;
use crate::operation::Constants;
use crate::runtime::Runtime;
use crate::session::Session;
use crate::single_flight::SingleFlight;
use crate::v3::management::ManagementContext;
use crate::v3::password::{FetchedPasswordKey, PasswordEncryption};
use crate::wire::Envelope;
use crate::wire::decode::{service_error_code, v3_status_code};
use crate::{Authorization, BaseUrl, Error, ErrorCode, Service};

/// The state that a call needs: the context of a pool's client, of an application's, or of an administrator's.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum CallContext {
    /// A pool's.
    Pool(Arc<Context>),
    /// An application's.
    Application(Arc<ApplicationContext>),
    /// An administrator's.
    Management(Arc<ManagementContext>),
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

impl From<&Arc<ManagementContext>> for CallContext {
    fn from(context: &Arc<ManagementContext>) -> Self {
        Self::Management(Arc::clone(context))
    }
}

impl From<&Self> for CallContext {
    fn from(context: &Self) -> Self {
        context.clone()
    }
}

impl CallContext {
    /// Rejects an operation of another kind of client.
    pub(crate) fn require(&self, operation: &Constants) -> Result<(), Error> {
        let needs = operation.authorization;
        let fits = match self {
            Self::Pool(_) => !needs.is_of_application() && !needs.is_of_management(),
            Self::Application(_) => needs.is_of_application(),
            Self::Management(_) => needs.is_of_management() || needs == Authorization::AnyApplication,
        };
        if fits {
            return Ok(());
        }
        Err(Error::WrongPrincipal { operation: operation.name, needs })
    }

    /// The base URL of a service, if the context knows one.
    pub(crate) fn base_url(&self, service: Service) -> Option<&BaseUrl> {
        match (self, service) {
            (Self::Application(context), Service::Application) => Some(context.config().host()),
            (Self::Management(context), Service::Management | Service::Application) => Some(context.config().host()),
            (Self::Application(_) | Self::Management(_), _)
            | (Self::Pool(_), Service::Application | Service::Management) => None,
            (Self::Pool(context), service) => Some(context.config().base_url(service)),
        }
    }

    /// Adds the headers that every request of the context has.
    pub(crate) fn insert_headers(&self, to: &mut HeaderMap) {
        match self {
            Self::Pool(_) => {}
            Self::Application(context) => context.config().insert_headers(to),
            Self::Management(context) => context.config().insert_headers(to),
        }
    }

    pub(crate) fn pool(&self) -> Option<&Arc<Context>> {
        match self {
            Self::Pool(context) => Some(context),
            Self::Application(_) | Self::Management(_) => None,
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
            Self::Management(context) => context.runtime(),
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
            // Today's REST API says so in `statusCode`, with HTTP 200.
            Self::Application(_) | Self::Management(_) => {
                response.status() == http::StatusCode::UNAUTHORIZED
                    || envelope.is_v3() && v3_status_code(response) == Some(ErrorCode::V3_UNAUTHORIZED.0)
            }
        }
    }

    /// The secrets and tokens that a request of the context may carry, for masking.
    pub(crate) fn secrets(&self) -> Vec<String> {
        match self {
            Self::Pool(context) => {
                let secret = context.config().secret().map(|secret| secret.expose().to_owned());
                context.tokens().map(|token| token.expose().to_owned()).chain(secret).collect()
            }
            Self::Application(context) => context.secrets(),
            Self::Management(context) => context.secrets(),
        }
    }

    /// Whether a request is sent again where the service was too busy to take it, even if it changes something.
    pub(crate) fn repeats_throttled(&self) -> bool {
        matches!(self, Self::Management(_))
    }

    /// How the passwords of today's REST API are encrypted. A pool has another way.
    pub(crate) fn password_encryption(&self) -> Option<PasswordEncryption> {
        match self {
            Self::Pool(_) => None,
            Self::Application(context) => Some(context.config().password_encryption()),
            Self::Management(context) => Some(context.config().password_encryption()),
        }
    }

    /// Where the key for passwords is kept.
    pub(crate) fn password_key(&self) -> Option<&SingleFlight<FetchedPasswordKey>> {
        match self {
            Self::Pool(_) => None,
            Self::Application(context) => Some(context.password_key()),
            Self::Management(context) => Some(context.password_key()),
        }
    }

    /// Rejects a password that would be sent as it is over a connection that others can read.
    pub(crate) fn may_send_password(&self) -> Result<(), Error> {
        if self.base_url(Service::Application).is_some_and(BaseUrl::is_confidential) {
            return Ok(());
        }
        Err(Error::invalid_argument(
            "password",
            "would be sent readable over plain HTTP: use https, or `with_password_encryption`",
        ))
    }
}
