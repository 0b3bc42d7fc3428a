//! The settings of a client.

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
    plain_http_allowed: bool,
    http: HttpSettings,
}

/// The services that are sent passwords and tokens. They belong to one deployment.
const TRUSTED: [Service; 3] = [Service::User, Service::Oauth, Service::Core];

impl Config {
    /// Settings for a pool of the public service. The id is on the console's page of the pool.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the id is empty or has characters that do not fit in a URL's path.
    pub fn new(pool: &str) -> Result<Self, Error> {
        Ok(Self {
            pool: PoolId::parse(pool)?,
            base_urls: Service::ALL.map(Service::default_base_url),
            public_key: PublicKey::public_service(),
            secret: None,
            plain_http_allowed: false,
            http: HttpSettings::default(),
        })
    }

    /// One origin for every service, such as `https://sso.example.com`: GraphQL at `/graphql`, uploads at `/upload`,
    /// the CDN at `/cdn`, REST beside them.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if it is no URL, or plain `http` to another machine
    /// ([`with_plain_http_allowed`](Self::with_plain_http_allowed)).
    pub fn with_origin(mut self, origin: &str) -> Result<Self, Error> {
        for service in Service::ALL {
            self.set_base_url(service, "host", service.base_url_under(origin)?)?;
        }
        Ok(self)
    }

    /// The URLs of a private deployment that has several. For [`Service::User`] and [`Service::Oauth`] it is the GraphQL URL;
    /// REST paths are below it without its trailing `/graphql`.
    ///
    /// The three services that are sent passwords and tokens belong to one deployment. If [`Service::Core`] is not given, it is
    /// where [`Service::Oauth`] is. Photos are uploaded to the public store unless [`Service::Upload`] and [`Service::Cdn`] are
    /// given.
    ///
    /// ```
    /// # fn main() -> Result<(), authing_core::Error> {
    /// use authing_core::{Config, Service};
    ///
    /// let config = Config::new("59f86b4832eb28071bdd9214")?.with_base_urls([
    ///     (Service::User, "https://users.example.com/graphql"),
    ///     (Service::Oauth, "https://oauth.example.com/graphql"),
    /// ])?;
    /// assert_eq!(config.base_url(Service::Core).base(), "https://oauth.example.com");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] as [`with_origin`](Self::with_origin), or if one of the three services would be the public
    /// one while another is not: a private deployment's passwords would go to the public service.
    pub fn with_base_urls<U: AsRef<str>>(
        mut self,
        urls: impl IntoIterator<Item = (Service, U)>,
    ) -> Result<Self, Error> {
        let mut is_core_given = false;
        for (service, url) in urls {
            is_core_given |= service == Service::Core;
            self.set_base_url(service, service.setting(), BaseUrl::parse(service.setting(), url.as_ref())?)?;
        }
        if !is_core_given && !self.is_moved(Service::Core) && self.is_moved(Service::Oauth) {
            self.base_urls[Service::Core as usize] = self.base_url(Service::Oauth).clone();
        }
        let is_any_moved = TRUSTED.into_iter().any(|service| self.is_moved(service));
        match TRUSTED.into_iter().find(|service| !self.is_moved(*service)) {
            Some(service) if is_any_moved => Err(Error::invalid_argument(
                service.setting(),
                "is missing: without it, passwords of a private deployment would go to the public service",
            )),
            _ => Ok(self),
        }
    }

    /// The URL of one service: of one after [`with_origin`](Self::with_origin), or of the store of photos.
    ///
    /// # Errors
    ///
    /// As [`with_base_urls`](Self::with_base_urls).
    pub fn with_base_url(self, service: Service, url: &str) -> Result<Self, Error> {
        self.with_base_urls([(service, url)])
    }

    /// Allows plain `http` to other machines, where everybody on the way can read passwords and tokens: for a network of your
    /// own, such as that of containers on one machine. Call it before the URLs are given. `https`, and `http` to the loopback,
    /// need no permission.
    pub fn with_plain_http_allowed(mut self) -> Self {
        self.plain_http_allowed = true;
        self
    }

    fn set_base_url(&mut self, service: Service, setting: &'static str, url: BaseUrl) -> Result<(), Error> {
        if !url.is_confidential() && !self.plain_http_allowed {
            return Err(Error::invalid_argument(
                setting,
                "must begin with https://, because others can read plain http; in a network of your own, call \
                 `with_plain_http_allowed` before",
            ));
        }
        self.base_urls[service as usize] = url;
        Ok(())
    }

    /// Whether a service is not the public one.
    fn is_moved(&self, service: Service) -> bool {
        *self.base_url(service) != service.default_base_url()
    }

    /// The RSA key for the encryption of passwords, as PEM (`-----BEGIN PUBLIC KEY-----`). By default, the public service's key;
    /// each private deployment has its own.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the text is not a public RSA key in PEM, or if the key has fewer than 1024 bits.
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
}

impl AsRef<HttpSettings> for Config {
    fn as_ref(&self) -> &HttpSettings {
        &self.http
    }
}

/// Settings for a pool of the public service: a constructor of a client then takes the pool's id alone.
impl TryFrom<&str> for Config {
    type Error = Error;

    fn try_from(pool: &str) -> Result<Self, Error> {
        Self::new(pool)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> Config {
        Config::new("59f86b4832eb28071bdd9214").unwrap()
    }

    fn wrong(result: Result<Config, Error>) -> &'static str {
        result.unwrap_err().argument().unwrap()
    }

    #[test]
    fn plain_http_to_another_machine_is_rejected_unless_allowed() {
        assert_eq!(wrong(config().with_origin("http://sso.example.com")), "host");
        assert_eq!(wrong(config().with_base_url(Service::Cdn, "http://cdn.example.com")), "host.cdn");
        assert!(config().with_origin("http://127.0.0.1:5510").is_ok());
        let config = config().with_plain_http_allowed().with_origin("http://emulator:5510").unwrap();
        assert_eq!(config.base_url(Service::User).base(), "http://emulator:5510");
    }

    #[test]
    fn services_that_are_sent_passwords_move_together() {
        let (user, oauth, core) = ("https://u.cn/graphql", "https://o.cn/graphql", "https://c.cn");
        assert_eq!(wrong(config().with_base_url(Service::User, user)), "host.oauth");
        assert_eq!(wrong(config().with_base_url(Service::Oauth, oauth)), "host.user");
        assert_eq!(wrong(config().with_base_url(Service::Core, core)), "host.user");
        assert_eq!(wrong(config().with_base_urls([(Service::User, user), (Service::Core, core)])), "host.oauth");
        let both = config().with_base_urls([(Service::User, user), (Service::Oauth, oauth)]).unwrap();
        assert_eq!(both.base_url(Service::Core).base(), "https://o.cn");
        let urls = [(Service::Oauth, oauth), (Service::Core, core), (Service::User, user)];
        assert_eq!(config().with_base_urls(urls).unwrap().base_url(Service::Core).base(), core);
    }

    #[test]
    fn one_service_may_differ_from_the_origin_and_photos_from_all() {
        let config = || config().with_origin("https://sso.example.com").unwrap();
        assert!(config().with_base_url(Service::Oauth, "https://o.cn/graphql").is_ok());
        assert_eq!(wrong(config().with_base_url(Service::Oauth, Service::Oauth.default_url())), "host.oauth");
        assert!(config().with_base_url(Service::Cdn, Service::Cdn.default_url()).is_ok());
        assert!(self::config().with_base_url(Service::Cdn, "https://cdn.example.com").is_ok());
    }
}
