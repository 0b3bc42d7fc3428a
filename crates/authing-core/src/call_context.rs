//! The state that a call needs: a pool's, an application's, or an administrator's.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::application::{ApplicationConfig, ApplicationContext};
use crate::context::Context;
use crate::flow::{AuthorizationFlow, UNEXPECTED_EVENT};
use crate::message::Headers;
use crate::operation::Constants;
use crate::runtime::Runtime;
use crate::session::Session;
use crate::time::Timestamp;
use crate::transport::MaybeSendSync;
use crate::v3::PasswordEncryption;
use crate::v3::management::{ManagementConfig, ManagementContext};
use crate::v3::password::ObtainPasswordKey;
use crate::wire::decode::{AnyEnvelope, service_error_code};
use crate::{Authorization, BaseUrl, Error, ErrorCode, Response, Service, Token, WrongPrincipal};

/// The status of a request whose authorization is missing or no longer valid (RFC 9110, section 15.5.2).
const UNAUTHORIZED: u16 = 401;

/// The state that a call needs: the context of a pool's client, of an application's, or of an administrator's.
#[derive(Clone, Debug)]
pub struct CallContext(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Pool(Arc<Context>),
    Api(Arc<dyn ApiCalls>),
}

/// The context of an application or of an administrator, as far as a call needs it. It is a trait so that a program without such a
/// context, such as a mini-program, has none of the code that refreshes and verifies tokens.
pub(crate) trait ApiCalls: fmt::Debug + MaybeSendSync {
    /// The settings of the application, if it is one.
    fn application(&self) -> Option<&ApplicationConfig> {
        None
    }
    /// The settings of the administrator, if it is one.
    fn management(&self) -> Option<&ManagementConfig> {
        None
    }
    /// Whether the client makes calls that need this.
    fn allows(&self, needs: Authorization) -> bool;
    /// How passwords are encrypted.
    fn password_encryption(&self) -> PasswordEncryption;
    /// The flow that obtains the key for passwords.
    fn obtain_password_key(self: Arc<Self>) -> Box<dyn ObtainPasswordKey>;
    fn runtime(&self) -> &Arc<Runtime>;
    fn base_url(&self) -> &BaseUrl;
    fn insert_headers(&self, to: &mut Headers);
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
        Self(Kind::Api(context))
    }
}

impl From<&Arc<ManagementContext>> for CallContext {
    fn from(context: &Arc<ManagementContext>) -> Self {
        let context = Arc::clone(context);
        Self(Kind::Api(context))
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
        let is_allowed = match &self.0 {
            Kind::Pool(_) => !needs.is_of_application() && !needs.is_of_management(),
            Kind::Api(context) => context.allows(needs),
        };
        if is_allowed {
            return Ok(());
        }
        Err(WrongPrincipal { operation: operation.name, needs }.into())
    }

    /// The base URL of a service, if the context knows one.
    pub(crate) fn base_url(&self, service: Service) -> Option<&BaseUrl> {
        match (&self.0, service) {
            (Kind::Api(context), Service::Application | Service::Management) => Some(context.base_url()),
            (Kind::Api(_), _) | (Kind::Pool(_), Service::Application | Service::Management) => None,
            (Kind::Pool(context), service) => Some(context.config().base_url(service)),
        }
    }

    /// Adds the headers that every request of the context has.
    pub(crate) fn insert_headers(&self, to: &mut Headers) {
        if let Kind::Api(context) = &self.0 {
            context.insert_headers(to);
        }
    }

    pub(crate) fn pool(&self) -> Option<&Arc<Context>> {
        match &self.0 {
            Kind::Pool(context) => Some(context),
            Kind::Api(_) => None,
        }
    }

    /// The settings of the application, if it is one.
    pub(crate) fn application(&self) -> Option<&ApplicationConfig> {
        match &self.0 {
            Kind::Pool(_) => None,
            Kind::Api(context) => context.application(),
        }
    }

    /// The settings of the administrator, if it is one.
    pub(crate) fn management(&self) -> Option<&ManagementConfig> {
        match &self.0 {
            Kind::Pool(_) => None,
            Kind::Api(context) => context.management(),
        }
    }

    /// Whether a request is sent again where the service was too busy to take it, even if it changes something.
    pub(crate) fn repeats_throttled(&self) -> bool {
        self.management().is_some()
    }

    /// How the passwords of today's REST API are encrypted. A pool has another way.
    pub(crate) fn password_encryption(&self) -> Option<PasswordEncryption> {
        match &self.0 {
            Kind::Pool(_) => None,
            Kind::Api(context) => Some(context.password_encryption()),
        }
    }

    /// The flow that obtains the key for passwords.
    pub(crate) fn obtain_password_key(&self) -> Result<Box<dyn ObtainPasswordKey>, Error> {
        match &self.0 {
            // No flow asks: a pool encrypts without fetching a key.
            Kind::Pool(_) => Err(UNEXPECTED_EVENT),
            Kind::Api(context) => Ok(Arc::clone(context).obtain_password_key()),
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

    /// The same context, for the user who is logged in now and no other.
    pub(crate) fn pinned(&self) -> Self {
        match &self.0 {
            Kind::Pool(context) => Self(Kind::Pool(context.pinned())),
            Kind::Api(_) => self.clone(),
        }
    }

    /// The visitor's session. No other principal has one.
    pub(crate) fn session(&self) -> Option<&Arc<Session>> {
        self.pool()?.session()
    }

    pub(crate) fn runtime(&self) -> &Arc<Runtime> {
        match &self.0 {
            Kind::Pool(context) => context.runtime(),
            Kind::Api(context) => context.runtime(),
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
            Kind::Pool(context) => context.authorize(operation, rejected, now),
            Kind::Api(context) => Arc::clone(context).authorize(operation, rejected),
        }
    }

    /// Whether a response says that the token of the request is no longer valid, and that another one may be.
    pub(crate) fn rejects_token(&self, envelope: &dyn AnyEnvelope, response: &Response) -> bool {
        match self.0 {
            Kind::Pool(_) => {
                let code = service_error_code(envelope, response);
                matches!(code, Some(ErrorCode::TOKEN_EXPIRED | ErrorCode::TOKEN_INVALID))
            }
            // RFC 6750, section 3.1: `invalid_token` has this status.
            // Today's REST API says so in `statusCode`, with HTTP 200.
            Kind::Api(_) => {
                response.status() == UNAUTHORIZED || envelope.status_code(response) == Some(ErrorCode::V3_UNAUTHORIZED)
            }
        }
    }

    /// The secrets and tokens that a request of the context may carry, for masking.
    pub(crate) fn secrets(&self) -> Vec<Zeroizing<String>> {
        match &self.0 {
            Kind::Pool(context) => {
                let mut secrets = Vec::new();
                secrets.extend(context.token().map(|token| Zeroizing::new(token.expose().to_owned())));
                secrets.extend(context.config().secret().map(|secret| Zeroizing::new(secret.expose().to_owned())));
                secrets
            }
            Kind::Api(context) => context.secrets(),
        }
    }
}
