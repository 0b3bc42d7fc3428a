//! What a client is told before it starts.

mod base_url;
pub(crate) mod headers;
mod http;
mod key;
mod retry;
mod rsaes;

pub use self::base_url::{BaseUrl, Service};
pub use self::http::HttpSettings;
pub(crate) use self::http::http_setters;
pub use self::key::PublicKey;
pub use self::retry::RetryPolicy;
use crate::{Error, PoolId, Secret};

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
    http: HttpSettings,
}

impl Config {
    /// Settings for a pool of the public service. The id is on the console's page of the pool.
    pub fn new(pool: &str) -> Result<Self, Error> {
        Ok(Self {
            pool: PoolId::parse(pool)?,
            base_urls: Service::ALL.map(Service::default_base_url),
            public_key: PublicKey::public_service(),
            secret: None,
            http: HttpSettings::default(),
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

    http_setters!();

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
}

impl AsRef<HttpSettings> for Config {
    fn as_ref(&self) -> &HttpSettings {
        &self.http
    }
}

/// So that a pool's id alone is a configuration.
impl TryFrom<&str> for Config {
    type Error = Error;

    fn try_from(pool: &str) -> Result<Self, Error> {
        Self::new(pool)
    }
}
