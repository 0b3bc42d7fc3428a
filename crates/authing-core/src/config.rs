//! What a client is told before it starts.

mod base_url;
mod key;
mod retry;
mod rsa;

use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

pub use self::base_url::{BaseUrl, Service};
pub use self::key::PublicKey;
pub use self::retry::RetryPolicy;
use crate::{Error, PoolId, Secret, TokenStore};

/// A client's settings. Everything but the pool's id has a default.
///
/// Each setting is parsed when it is given, so that a client that was built has nothing left to complain about.
///
/// ```
/// # fn main() -> Result<(), authing_core::Error> {
/// use authing_core::Config;
///
/// // The public service:
/// let config = Config::new("59f86b4832eb28071bdd9214")?;
///
/// // A private deployment, or the emulator, that serves everything from one origin:
/// let config = Config::new("59f86b4832eb28071bdd9214")?.with_origin("http://127.0.0.1:5510")?;
///
/// let error = Config::new("no spaces, please").unwrap_err();
/// assert_eq!(error.to_string(), "argument `userPoolId` may hold only letters, digits, `-` and `_`");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    pool: PoolId,
    base_urls: [BaseUrl; Service::ALL.len()],
    public_key: PublicKey,
    secret: Option<Secret>,
    connect_timeout: Duration,
    timeout: Duration,
    body_limit: usize,
    user_agent: HeaderValue,
    retry: RetryPolicy,
    store: Option<Arc<dyn TokenStore>>,
}

impl Config {
    /// How long connecting may take, unless set: 10 s.
    pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
    /// How long one request may take in all, unless set: 10 s.
    pub const TIMEOUT: Duration = Duration::from_secs(10);
    /// How long an answer may be, unless set: 4 MiB.
    pub const BODY_LIMIT: usize = 4 << 20;

    /// Settings for a pool of the public service. The id is on the console's page of the pool.
    pub fn new(pool: &str) -> Result<Self, Error> {
        Ok(Self {
            pool: PoolId::parse(pool)?,
            base_urls: Service::ALL.map(Service::default_base_url),
            public_key: PublicKey::public_service(),
            secret: None,
            connect_timeout: Self::CONNECT_TIMEOUT,
            timeout: Self::TIMEOUT,
            body_limit: Self::BODY_LIMIT,
            user_agent: HeaderValue::from_static(concat!("authing-rs/", env!("CARGO_PKG_VERSION"))),
            retry: RetryPolicy::default(),
            store: None,
        })
    }

    /// One origin for every service, such as `https://sso.example.com`: GraphQL at `/graphql`, uploads at `/upload`,
    /// the CDN at `/cdn`, REST beside them.
    pub fn with_origin(mut self, origin: &str) -> Result<Self, Error> {
        for service in Service::ALL {
            self.base_urls[service as usize] = service.base_url_under(origin)?;
        }
        Ok(self)
    }

    /// One service's own address. For [`Service::User`] and [`Service::Oauth`] it is the GraphQL address; REST paths hang
    /// off it without its trailing `/graphql`.
    pub fn with_base_url(mut self, service: Service, address: &str) -> Result<Self, Error> {
        self.base_urls[service as usize] = BaseUrl::parse(service.setting(), address)?;
        Ok(self)
    }

    /// The key that passwords are encrypted with, as PEM (`-----BEGIN PUBLIC KEY-----`). Private deployments have their own.
    pub fn with_public_key(mut self, pem: &str) -> Result<Self, Error> {
        self.public_key = PublicKey::from_pem(pem)?;
        Ok(self)
    }

    /// The pool's secret, which makes the management calls possible. For servers only.
    pub fn with_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// How long connecting may take.
    pub fn with_connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long one request may take, from the first byte to the last.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How many bytes an answer may have; a longer one is [`TransportErrorKind::BodyTooLarge`](crate::TransportErrorKind::BodyTooLarge).
    pub fn with_body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// The `user-agent` header.
    pub fn with_user_agent(mut self, user_agent: &str) -> Result<Self, Error> {
        self.user_agent = HeaderValue::from_str(user_agent)
            .map_err(|_| Error::invalid_argument("userAgent", "holds characters that an HTTP header cannot carry"))?;
        Ok(self)
    }

    /// What is tried again, and how often.
    pub fn with_retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Where the user's token is kept between runs. Unless set, each client keeps its own in memory.
    pub fn with_store(mut self, store: impl TokenStore + 'static) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// The pool.
    pub fn pool(&self) -> &PoolId {
        &self.pool
    }

    /// Where a service is.
    pub fn base_url(&self, service: Service) -> &BaseUrl {
        &self.base_urls[service as usize]
    }

    /// The key that passwords are encrypted with.
    pub fn public_key(&self) -> &PublicKey {
        &self.public_key
    }

    /// The pool's secret, if this is a server.
    pub fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }

    /// How long connecting may take.
    pub fn connect_timeout(&self) -> Duration {
        self.connect_timeout
    }

    /// How long one request may take.
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// How many bytes an answer may have.
    pub fn body_limit(&self) -> usize {
        self.body_limit
    }

    /// The `user-agent` header.
    pub fn user_agent(&self) -> &HeaderValue {
        &self.user_agent
    }

    /// What is tried again, and how often.
    pub fn retry(&self) -> &RetryPolicy {
        &self.retry
    }

    pub(crate) fn store(&self) -> Option<&Arc<dyn TokenStore>> {
        self.store.as_ref()
    }
}

/// So that a pool's id alone is a configuration.
impl TryFrom<&str> for Config {
    type Error = Error;

    fn try_from(pool: &str) -> Result<Self, Error> {
        Self::new(pool)
    }
}
