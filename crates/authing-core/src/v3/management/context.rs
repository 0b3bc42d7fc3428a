//! The state that an administrator's flows need.
#![cfg_attr(
    target_arch = "wasm32",
    expect(clippy::arc_with_non_send_sync, reason = "there are no threads, so randomness may be bound to its one")
)]

use std::fmt;
use std::sync::Arc;

use crate::message::Headers;
use zeroize::Zeroizing;

use super::ManagementConfig;
use super::token::{AdministratorAuthorization, ManagementToken};
use crate::call_context::{ApiCalls, CallContext};
use crate::flow::AuthorizationFlow;
use crate::operation::Constants;
use crate::principal::Authorization;
use crate::random::{Random, Randomness};
use crate::runtime::Runtime;
use crate::single_flight::SingleFlight;
use crate::v3::PasswordEncryption;
use crate::v3::password::{FetchedPasswordKey, ObtainPasswordKey, SharedPasswordKey};
use crate::{BaseUrl, Error, Token};

/// The state that the flows of an administrator's client need. Clients have one each; clones of a client share it.
pub struct ManagementContext {
    config: ManagementConfig,
    runtime: Arc<Runtime>,
    token: SingleFlight<ManagementToken>,
    password_key: SingleFlight<FetchedPasswordKey>,
}

impl ManagementContext {
    /// The context of an administrator. `randomness` is a [`Seed`](crate::Seed), or better a source of seeds
    /// ([`Randomness::from_fn`]).
    pub fn new(config: ManagementConfig, randomness: impl Into<Randomness>) -> Arc<Self> {
        Arc::new(Self {
            runtime: Arc::new(Runtime::new(config.http().clone(), randomness.into())),
            config,
            token: SingleFlight::default(),
            password_key: SingleFlight::default(),
        })
    }

    /// The settings.
    pub fn config(&self) -> &ManagementConfig {
        &self.config
    }

    /// The source of random numbers.
    pub fn random(&self) -> &Random {
        self.runtime.random()
    }

    pub(crate) fn runtime(&self) -> &Arc<Runtime> {
        &self.runtime
    }

    pub(crate) fn token(&self) -> &SingleFlight<ManagementToken> {
        &self.token
    }
}

impl ApiCalls for ManagementContext {
    fn management(&self) -> Option<&ManagementConfig> {
        Some(&self.config)
    }

    fn allows(&self, needs: Authorization) -> bool {
        // The service's keys are read by both.
        needs.is_of_management() || needs == Authorization::AnyApplication
    }

    fn password_encryption(&self) -> PasswordEncryption {
        self.config.password_encryption()
    }

    fn obtain_password_key(self: Arc<Self>) -> Box<dyn ObtainPasswordKey> {
        let (cache, encryption) = (self.password_key.clone(), self.config.password_encryption());
        Box::new(SharedPasswordKey::obtain(&CallContext::from(&self), cache, encryption))
    }

    fn runtime(&self) -> &Arc<Runtime> {
        &self.runtime
    }

    fn base_url(&self) -> &BaseUrl {
        self.config.host()
    }

    fn insert_headers(&self, to: &mut Headers) {
        self.config.insert_headers(to);
    }

    fn authorize(self: Arc<Self>, operation: &Constants, rejected: Option<Token>) -> Result<AuthorizationFlow, Error> {
        let needs = operation.authorization;
        match needs {
            Authorization::AccessKey | Authorization::AnyApplication => Ok(AuthorizationFlow::AtHand(None)),
            Authorization::Administrator => {
                Ok(AuthorizationFlow::Other(Box::new(AdministratorAuthorization::new(&self, rejected))))
            }
            _ => Err(Error::WrongPrincipal { operation: operation.name, needs }),
        }
    }

    fn secrets(&self) -> Vec<Zeroizing<String>> {
        let secret = self.config.access_key_secret().expose().to_owned();
        let token = self.token.cached().map(|token| token.token.expose().to_owned());
        std::iter::once(secret).chain(token).map(Zeroizing::new).collect()
    }
}

impl fmt::Debug for ManagementContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { config, runtime: _, token: _, password_key: _ } = self;
        f.debug_struct("ManagementContext").field("config", config).finish_non_exhaustive()
    }
}
