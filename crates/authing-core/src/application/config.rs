//! The settings of an application.

use serde::{Deserialize, Serialize};

use super::{EndpointUrl, ProviderMetadata, RedirectUrl};
use crate::config::headers::{ServiceHeaders, header_setters};
use crate::config::{BaseUrl, HttpSettings, http_setters};
use crate::crypto::Base64;
use crate::message::Headers;
use crate::token::{Hs256Key, IssuerUrl};
use crate::v3::PasswordEncryption;
use crate::wire::header;
use crate::wire::percent::{Part, encoded};
use crate::{AppId, Error, Secret};

/// The authentication of an application at the token, introspection and revocation endpoints (RFC 6749, section 2.3.1; OpenID
/// Connect Core 1.0, section 9). It is set for each application in the service's console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClientAuthentication {
    /// `client_id` and `client_secret` in the form. The default of an application with a secret.
    SecretPost,
    /// `authorization: Basic …`, and neither of the two in the form.
    SecretBasic,
    /// `client_id` in the form, without a secret, for a program that cannot keep one. The default without a secret.
    None,
}

/// The algorithm that the service signs an application's ID tokens with. It is set for each application in the service's console.
/// Its name in JSON is that of `id_token_signed_response_alg` (OpenID Connect Dynamic Client Registration 1.0, section 2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum IdTokenAlgorithm {
    /// RS256, with keys that the provider publishes.
    #[default]
    #[serde(rename = "RS256")]
    Rs256,
    /// HS256, with the application's secret.
    #[serde(rename = "HS256")]
    Hs256,
}

/// The settings of an application of today's service.
///
/// Each setter parses its value.
///
/// ```
/// # fn main() -> Result<(), authing_core::Error> {
/// use authing_core::ApplicationConfig;
///
/// let config = ApplicationConfig::new("5e05bbf2d51b3761d5c71071", "https://your-app.authing.cn")?
///     .with_secret("the application's secret")
///     .with_redirect_url("https://shop.example.com/callback")?;
/// assert_eq!(config.issuer().as_str(), "https://your-app.authing.cn/oidc");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct ApplicationConfig {
    app_id: AppId,
    headers: ServiceHeaders,
    password_encryption: PasswordEncryption,
    host: BaseUrl,
    issuer: IssuerUrl,
    metadata_url: EndpointUrl,
    secret: Option<Secret>,
    authentication: Option<ClientAuthentication>,
    redirect_url: Option<RedirectUrl>,
    id_token_key: Option<Hs256Key>,
    http: HttpSettings,
}

impl ApplicationConfig {
    /// Settings for an application at a host: the app id and the domain (认证地址) of the console's page of the application. The
    /// host may have a port and a path, as in private deployments.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the app id is empty, longer than 256 characters or not visible ASCII, or the host is no URL.
    pub fn new(app_id: &str, host: &str) -> Result<Self, Error> {
        if app_id.is_empty() || app_id.len() > 256 || !app_id.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Error::invalid_argument("appId", "must be 1 to 256 visible ASCII characters"));
        }
        let mut headers = ServiceHeaders::default();
        headers.set(header::APP_ID, app_id)?;
        let host = BaseUrl::parse("host", host)?;
        let issuer = IssuerUrl::parse(format!("{}{}", host.base(), ProviderMetadata::ISSUER_PATH))?;
        let metadata_url = ProviderMetadata::url(issuer.as_str())?;
        Ok(Self {
            app_id: AppId::new(app_id),
            headers,
            password_encryption: PasswordEncryption::default(),
            host,
            issuer,
            metadata_url,
            secret: None,
            authentication: None,
            redirect_url: None,
            id_token_key: None,
            http: HttpSettings::default(),
        })
    }

    /// The issuer, if it is not `<host>/oidc`. It is compared byte by byte with that of tokens and of the provider's metadata.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the text is not such a URL.
    pub fn with_issuer(mut self, issuer: &str) -> Result<Self, Error> {
        self.issuer = IssuerUrl::parse(issuer)?;
        self.metadata_url = ProviderMetadata::url(issuer)?;
        Ok(self)
    }

    /// Sets the application's secret. For servers only: users can read the secret of a program that they receive.
    pub fn with_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// The authentication of the application.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the authentication needs a secret and none was given before.
    pub fn with_client_authentication(mut self, authentication: ClientAuthentication) -> Result<Self, Error> {
        if authentication != ClientAuthentication::None {
            self.given_secret()?;
        }
        self.authentication = Some(authentication);
        Ok(self)
    }

    /// The algorithm of ID tokens; RS256 by default. A token with another algorithm is rejected.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] for HS256, if no secret of at least 32 bytes was given before.
    pub fn with_id_token_algorithm(mut self, algorithm: IdTokenAlgorithm) -> Result<Self, Error> {
        self.id_token_key = match algorithm {
            IdTokenAlgorithm::Rs256 => None,
            IdTokenAlgorithm::Hs256 => Some(Hs256Key::new(self.given_secret()?)?),
        };
        Ok(self)
    }

    /// The URL to which the service sends the browser back. It must be registered in the console.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if the text is not such a URL.
    pub fn with_redirect_url(mut self, url: &str) -> Result<Self, Error> {
        self.redirect_url = Some(RedirectUrl::parse(url)?);
        Ok(self)
    }

    http_setters!();
    header_setters!();

    /// The application.
    pub fn app_id(&self) -> &AppId {
        &self.app_id
    }

    /// The application's host.
    pub fn host(&self) -> &BaseUrl {
        &self.host
    }

    /// The issuer of the application's tokens.
    pub fn issuer(&self) -> &IssuerUrl {
        &self.issuer
    }

    /// The application's secret, if this is a server.
    pub fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }

    /// The authentication of the application.
    pub fn client_authentication(&self) -> ClientAuthentication {
        self.authentication.unwrap_or(match self.secret {
            Some(_) => ClientAuthentication::SecretPost,
            None => ClientAuthentication::None,
        })
    }

    /// The URL to which the service sends the browser back.
    pub fn redirect_url(&self) -> Option<&RedirectUrl> {
        self.redirect_url.as_ref()
    }

    /// The URL of the provider's metadata.
    pub(crate) fn metadata_url(&self) -> &EndpointUrl {
        &self.metadata_url
    }

    /// The key of ID tokens for HS256; none for RS256, whose keys the provider publishes.
    pub(crate) fn id_token_key(&self) -> Option<&Hs256Key> {
        self.id_token_key.as_ref()
    }

    /// The application's id and secret for `Basic`, each form-encoded (RFC 6749, section 2.3.1).
    pub(crate) fn basic_credentials(&self) -> Option<String> {
        let encode = |text: &str| encoded(text, Part::Form);
        let secret =
            self.secret.as_ref().filter(|_| self.client_authentication() == ClientAuthentication::SecretBasic)?;
        Some(
            Base64::Standard.encode(format!("{}:{}", encode(self.app_id.as_str()), encode(secret.expose())).as_bytes()),
        )
    }

    pub(crate) fn insert_headers(&self, to: &mut Headers) {
        self.headers.insert_into(to);
    }

    fn given_secret(&self) -> Result<&Secret, Error> {
        self.secret.as_ref().ok_or_else(|| Error::invalid_argument("secret", "is missing: call `with_secret` first"))
    }
}

impl AsRef<HttpSettings> for ApplicationConfig {
    fn as_ref(&self) -> &HttpSettings {
        &self.http
    }
}
