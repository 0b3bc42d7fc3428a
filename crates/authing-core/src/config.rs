//! The settings of a client.

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

/// The settings of a client. Only the pool's id is required.
///
/// Each setter parses its value. A client that was built has no invalid setting.
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
    /// The default timeout for connecting: 10 s.
    pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
    /// The default timeout for one request: 10 s.
    pub const TIMEOUT: Duration = Duration::from_secs(10);
    /// The default limit for a response's body: 4 MiB.
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

    /// The URL of one service. For [`Service::User`] and [`Service::Oauth`] it is the GraphQL endpoint; REST paths follow
    /// the URL without its trailing `/graphql`.
    pub fn with_base_url(mut self, service: Service, url: &str) -> Result<Self, Error> {
        self.base_urls[service as usize] = BaseUrl::parse(service.setting(), url)?;
        Ok(self)
    }

    /// The RSA key for the encryption of passwords, as PEM (`-----BEGIN PUBLIC KEY-----`). By default, the public service's key;
    /// each private deployment has its own.
    pub fn with_public_key(mut self, pem: &str) -> Result<Self, Error> {
        self.public_key = PublicKey::from_pem(pem)?;
        Ok(self)
    }

    /// The pool's secret, which makes the management calls possible. For servers only.
    pub fn with_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// The timeout for connecting; by default [`CONNECT_TIMEOUT`](Self::CONNECT_TIMEOUT).
    pub fn with_connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The timeout for one request, from the connection to the last byte of the response; by default
    /// [`TIMEOUT`](Self::TIMEOUT).
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The limit for a response's body, in bytes; by default [`BODY_LIMIT`](Self::BODY_LIMIT). A longer body is the error
    /// [`TransportErrorKind::BodyTooLarge`](crate::TransportErrorKind::BodyTooLarge).
    pub fn with_body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// The `user-agent` header; by default `authing-rs/` and the version.
    pub fn with_user_agent(mut self, user_agent: &str) -> Result<Self, Error> {
        self.user_agent = HeaderValue::from_str(user_agent)
            .map_err(|_| Error::invalid_argument("userAgent", "holds characters that an HTTP header cannot carry"))?;
        Ok(self)
    }

    /// The policy for retries.
    pub fn with_retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// The storage of the user's token. By default, each client keeps the token in memory.
    pub fn with_store(mut self, store: impl TokenStore + 'static) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    /// The pool.
    pub fn pool(&self) -> &PoolId {
        &self.pool
    }

    /// The URL of a service.
    pub fn base_url(&self, service: Service) -> &BaseUrl {
        &self.base_urls[service as usize]
    }

    /// The key for the encryption of passwords.
    pub fn public_key(&self) -> &PublicKey {
        &self.public_key
    }

    /// The pool's secret, if it is set.
    pub fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }

    /// The timeout for connecting.
    pub fn connect_timeout(&self) -> Duration {
        self.connect_timeout
    }

    /// The timeout for one request.
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// The limit for a response's body, in bytes.
    pub fn body_limit(&self) -> usize {
        self.body_limit
    }

    /// The `user-agent` header.
    pub fn user_agent(&self) -> &HeaderValue {
        &self.user_agent
    }

    /// The policy for retries.
    pub fn retry(&self) -> &RetryPolicy {
        &self.retry
    }

    pub(crate) fn store(&self) -> Option<&Arc<dyn TokenStore>> {
        self.store.as_ref()
    }
}

/// Settings for a pool of the public service: a constructor of a client then takes the pool's id alone.
impl TryFrom<&str> for Config {
    type Error = Error;

    fn try_from(pool: &str) -> Result<Self, Error> {
        Self::new(pool)
    }
}
