//! The configuration of a running emulator: it does not change after the start.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use crate::state::oauth_providers::NewOauthProvider;
use crate::state::provider::App;

/// The defaults, for the program's help and the README alike.
pub mod defaults {
    /// The pool that every request must name.
    pub const USER_POOL_ID: &str = "5e05bbf2d51b3761d5c71070";
    /// The pool's secret. It signs the users' tokens.
    pub const SECRET: &str = "emulator-secret-of-32-characters";
    /// The mini-program's AppId.
    pub const WECHAT_APP_ID: &str = "wxe0000000000000000";
    /// The mini-program's AppSecret.
    pub const WECHAT_APP_SECRET: &str = "emulator-app-secret";
    /// Where the program listens.
    pub const LISTEN: &str = "127.0.0.1:5510";
    /// The pool's name.
    pub const POOL_NAME: &str = "authing-emulator";
    /// The pool's description.
    pub const POOL_DESCRIPTION: &str = "An emulated user pool.";
    /// The LDAP directory's one account, until others are given.
    pub const LDAP_USERNAME: &str = "ldap-user";
    /// Its password.
    pub const LDAP_PASSWORD: &str = "ldap-password";
    /// The one connector to an Active Directory.
    pub const AD_CONNECTOR_ID: &str = "5e05bbf2d51b3761d5c71072";
    /// The Active Directory's one account, until others are given.
    pub const AD_USERNAME: &str = "ad-user";
    /// Its password.
    pub const AD_PASSWORD: &str = "ad-password";
    /// The application of today's service, until others are given.
    pub const APP_ID: &str = "5e05bbf2d51b3761d5c71073";
    /// Its secret.
    pub const APP_SECRET: &str = "emulator-application-secret-for-tests";
    /// Its redirect URIs: any port and path of the loopback.
    pub const APP_REDIRECT_URIS: [&str; 2] = ["http://127.0.0.1:*", "http://localhost:*"];
    /// The OIDC application that `signIn` uses when it names none.
    pub const OIDC_APP_ID: &str = "5e05bbf2d51b3761d5c71071";
    /// Its secret. It signs that application's tokens.
    pub const OIDC_APP_SECRET: &str = "emulator-oidc-secret-of-32-bytes";
}

/// The lifetime of a user's token: the service's fifteen days.
const TOKEN_LIFETIME: Duration = Duration::from_hours(15 * 24);

/// Longer than any client waits.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

#[derive(Clone)]
pub(crate) struct Config {
    pub(crate) listen: SocketAddr,
    pub(crate) allowed_hosts: Vec<String>,
    pub(crate) user_pool_id: String,
    pub(crate) pool_name: String,
    pub(crate) pool_description: String,
    pub(crate) pool_logo: String,
    pub(crate) secret: String,
    pub(crate) wechat_app_id: String,
    pub(crate) wechat_app_secret: String,
    pub(crate) rotate_session_keys: bool,
    pub(crate) ldap_accounts: Vec<DirectoryAccount>,
    pub(crate) ad_accounts: Vec<DirectoryAccount>,
    /// The first is the default one.
    pub(crate) oidc_apps: Vec<OidcApp>,
    /// Today's applications, at least one. The first is the one that is announced.
    pub(crate) apps: Vec<App>,
    /// The third parties one can log in with.
    pub(crate) oauth_providers: Vec<NewOauthProvider>,
    pub(crate) token_lifetime: Duration,
    /// The time that a request's header, and then its body, may take to arrive.
    pub(crate) request_timeout: Duration,
}

/// An account in a directory outside the pool.
#[derive(Clone)]
pub(crate) struct DirectoryAccount {
    pub(crate) username: String,
    pub(crate) password: String,
}

impl DirectoryAccount {
    pub(crate) fn new(username: impl Into<String>, password: impl Into<String>) -> Self {
        Self { username: username.into(), password: password.into() }
    }
}

/// An application of OpenID Connect.
#[derive(Clone)]
pub(crate) struct OidcApp {
    pub(crate) id: String,
    pub(crate) secret: String,
}

impl OidcApp {
    pub(crate) fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self { id: id.into(), secret: secret.into() }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            allowed_hosts: Vec::new(),
            user_pool_id: defaults::USER_POOL_ID.into(),
            pool_name: defaults::POOL_NAME.into(),
            pool_description: defaults::POOL_DESCRIPTION.into(),
            pool_logo: String::new(),
            secret: defaults::SECRET.into(),
            wechat_app_id: defaults::WECHAT_APP_ID.into(),
            wechat_app_secret: defaults::WECHAT_APP_SECRET.into(),
            rotate_session_keys: true,
            ldap_accounts: vec![DirectoryAccount::new(defaults::LDAP_USERNAME, defaults::LDAP_PASSWORD)],
            ad_accounts: vec![DirectoryAccount::new(defaults::AD_USERNAME, defaults::AD_PASSWORD)],
            oidc_apps: vec![OidcApp::new(defaults::OIDC_APP_ID, defaults::OIDC_APP_SECRET)],
            apps: Vec::new(),
            oauth_providers: NewOauthProvider::usual(),
            token_lifetime: TOKEN_LIFETIME,
            request_timeout: REQUEST_TIMEOUT,
        }
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            listen,
            allowed_hosts,
            user_pool_id,
            pool_name,
            pool_description: _,
            pool_logo: _,
            secret: _,
            wechat_app_id,
            wechat_app_secret: _,
            rotate_session_keys,
            ldap_accounts: _,
            ad_accounts: _,
            oidc_apps: _,
            apps,
            oauth_providers: _,
            token_lifetime,
            request_timeout,
        } = self;
        f.debug_struct("Config")
            .field("listen", listen)
            .field("allowed_hosts", allowed_hosts)
            .field("user_pool_id", user_pool_id)
            .field("pool_name", pool_name)
            .field("wechat_app_id", wechat_app_id)
            .field("rotate_session_keys", rotate_session_keys)
            .field("apps", apps)
            .field("token_lifetime", token_lifetime)
            .field("request_timeout", request_timeout)
            .finish_non_exhaustive()
    }
}
