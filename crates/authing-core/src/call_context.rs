//! The state that a call needs: a pool's, or an application's.

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, Response};
use zeroize::Zeroizing;

use crate::application::{ApplicationConfig, ApplicationContext};
use crate::context::Context;
use crate::flow::AuthorizationFlow;
use crate::operation::Constants;
use crate::runtime::Runtime;
use crate::session::Session;
use crate::time::Timestamp;
use crate::transport::MaybeSendSync;
use crate::wire::Envelope;
use crate::wire::decode::service_error_code;
use crate::{BaseUrl, Error, ErrorCode, Service, Token};

/// The state that a call needs: the context of a pool's client, or of an application's.
#[derive(Clone, Debug)]
pub struct CallContext(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Pool(Arc<Context>),
    Application(Arc<dyn ApplicationCalls>),
}

/// What a call needs of an application's context. It is behind a trait so that a program without an application, such as a
/// mini-program, has none of the code that refreshes and verifies tokens.
pub(crate) trait ApplicationCalls: fmt::Debug + MaybeSendSync {
    fn config(&self) -> &ApplicationConfig;
    fn runtime(&self) -> &Arc<Runtime>;
    fn base_url(&self) -> &BaseUrl;
    fn insert_headers(&self, to: &mut HeaderMap);
    /// The authorization that an operation needs. `rejected` is a token that the service has just rejected.
    fn authorize(self: Arc<Self>, operation: &Constants, rejected: Option<Token>) -> Result<AuthorizationFlow, Error>;
    fn secrets(&self) -> Vec<Zeroizing<String>>;
}

impl From<&Arc<Context>> for CallContext {
    fn from(context: &Arc<Context>) -> Self {
        Self(Kind::Pool(Arc::clone(context)))
    }
}

impl From<&Arc<ApplicationContext>> for CallContext {
    fn from(context: &Arc<ApplicationContext>) -> Self {
        let context = Arc::clone(context);
        Self(Kind::Application(context))
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
        if needs.is_of_application() == matches!(self.0, Kind::Application(_)) {
            return Ok(());
        }
        Err(Error::WrongPrincipal { operation: operation.name, needs })
    }

    /// The base URL of a service, if the context knows one.
    pub(crate) fn base_url(&self, service: Service) -> Option<&BaseUrl> {
        match (&self.0, service) {
            (Kind::Application(context), Service::Application) => Some(context.base_url()),
            (Kind::Application(_), _) | (Kind::Pool(_), Service::Application) => None,
            (Kind::Pool(context), service) => Some(context.config().base_url(service)),
        }
    }

    /// Adds the headers that every request of the context has.
    pub(crate) fn insert_headers(&self, to: &mut HeaderMap) {
        if let Kind::Application(context) = &self.0 {
            context.insert_headers(to);
        }
    }

    pub(crate) fn pool(&self) -> Option<&Arc<Context>> {
        match &self.0 {
            Kind::Pool(context) => Some(context),
            Kind::Application(_) => None,
        }
    }

    /// The settings of the application, if it is one.
    pub(crate) fn application(&self) -> Option<&ApplicationConfig> {
        match &self.0 {
            Kind::Pool(_) => None,
            Kind::Application(context) => Some(context.config()),
        }
    }

    /// The same context, for the user who is logged in now and no other.
    pub(crate) fn pinned(&self) -> Self {
        match &self.0 {
            Kind::Pool(context) => Self(Kind::Pool(context.pinned())),
            Kind::Application(_) => self.clone(),
        }
    }

    /// The visitor's session. No other principal has one.
    pub(crate) fn session(&self) -> Option<&Arc<Session>> {
        self.pool()?.session()
    }

    pub(crate) fn runtime(&self) -> &Arc<Runtime> {
        match &self.0 {
            Kind::Pool(context) => context.runtime(),
            Kind::Application(context) => context.runtime(),
        }
    }

    /// The authorization that an operation needs. `rejected` is a token that the service has just rejected.
    pub(crate) fn authorize(
        &self,
        operation: &Constants,
        rejected: Option<Token>,
        now: Timestamp,
    ) -> Result<AuthorizationFlow, Error> {
        match &self.0 {
            Kind::Pool(context) => AuthorizationFlow::new(context, operation, rejected, now),
            Kind::Application(context) => Arc::clone(context).authorize(operation, rejected),
        }
    }

    /// Whether a response says that the token of the request is no longer valid, and that another one may be.
    pub(crate) fn rejects_token(&self, envelope: Envelope, response: &Response<Vec<u8>>) -> bool {
        match self.0 {
            Kind::Pool(_) => {
                let code = service_error_code(envelope, response);
                matches!(code, Some(ErrorCode::TOKEN_EXPIRED | ErrorCode::TOKEN_INVALID))
            }
            // RFC 6750, section 3.1: `invalid_token` has this status.
            Kind::Application(_) => response.status() == http::StatusCode::UNAUTHORIZED,
        }
    }

    /// The secrets and tokens that a request of the context may carry, for masking.
    pub(crate) fn secrets(&self) -> Vec<Zeroizing<String>> {
        match &self.0 {
            Kind::Pool(context) => {
                let secret = context.config().secret().map(|secret| Zeroizing::new(secret.expose().to_owned()));
                context.tokens().map(|token| Zeroizing::new(token.expose().to_owned())).chain(secret).collect()
            }
            Kind::Application(context) => context.secrets(),
        }
    }
}
