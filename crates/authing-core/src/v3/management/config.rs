//! The settings of an administrator's client.

use std::fmt;

use crate::config::headers::{ServiceHeaders, header_setters};
use crate::config::{BaseUrl, HttpSettings, Service, http_setters};
use crate::message::Headers;
use crate::v3::PasswordEncryption;
use crate::wire::header;
use crate::{Error, Secret};

/// The settings of an administrator's client of today's service.
///
/// ```
/// # fn main() -> Result<(), authing_core::Error> {
/// use authing_core::ManagementConfig;
///
/// // The public service:
/// let config = ManagementConfig::new("access key id", "access key secret")?;
///
/// // A private deployment, or the emulator:
/// let config = ManagementConfig::new("access key id", "access key secret")?.with_host("http://127.0.0.1:5510")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ManagementConfig {
    access_key_id: String,
    access_key_secret: Secret,
    host: BaseUrl,
    headers: ServiceHeaders,
    password_encryption: PasswordEncryption,
    http: HttpSettings,
}

/// The default language of messages, as in the published clients.
const DEFAULT_LANGUAGE: &str = "zh-CN";

impl ManagementConfig {
    /// Settings for an access key: the pool's id and secret, or the key pair of a collaborator in the console. Keep it on a server.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if one of the two is empty.
    pub fn new(access_key_id: impl Into<String>, access_key_secret: impl Into<Secret>) -> Result<Self, Error> {
        let (access_key_id, access_key_secret) = (access_key_id.into(), access_key_secret.into());
        if access_key_id.is_empty() || access_key_secret.expose().is_empty() {
            return Err(Error::invalid_argument("accessKey", "needs an id and a secret: copy both from the console"));
        }
        let mut headers = ServiceHeaders::default();
        headers.set(header::LANGUAGE, DEFAULT_LANGUAGE)?;
        Ok(Self {
            access_key_id,
            access_key_secret,
            host: BaseUrl::parse("host", Service::Management.default_url())?,
            headers,
            password_encryption: PasswordEncryption::default(),
            http: HttpSettings::default(),
        })
    }

    /// The host, if it is not the public service's. It may have a port and a path.
    pub fn with_host(mut self, host: &str) -> Result<Self, Error> {
        self.host = BaseUrl::parse("host", host)?;
        Ok(self)
    }

    http_setters!();
    header_setters!();

    /// The id of the access key.
    pub fn access_key_id(&self) -> &str {
        &self.access_key_id
    }

    /// The host.
    pub fn host(&self) -> &BaseUrl {
        &self.host
    }

    pub(crate) fn access_key_secret(&self) -> &Secret {
        &self.access_key_secret
    }

    pub(crate) fn insert_headers(&self, to: &mut Headers) {
        self.headers.insert_into(to);
    }
}

impl AsRef<HttpSettings> for ManagementConfig {
    fn as_ref(&self) -> &HttpSettings {
        &self.http
    }
}

impl fmt::Debug for ManagementConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { access_key_id, access_key_secret: _, host, headers: _, password_encryption, http } = self;
        f.debug_struct("ManagementConfig")
            .field("access_key_id", access_key_id)
            .field("host", host)
            .field("password_encryption", password_encryption)
            .field("http", http)
            .finish_non_exhaustive()
    }
}
