//! An emulator's options.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::config::{DirectoryAccount, OidcApp};
use crate::crypto::password_key::PasswordKey;
use crate::program::emulator::Emulator;
use crate::program::new_pool::NewPool;
use crate::program::new_user::{NewRole, NewUser};
use crate::program::options::Options;
use crate::program::start;
use crate::program::start_error::StartError;
use crate::state::oauth_providers::NewOauthProvider;
use crate::state::request_log::{LoggedRequest, Observer};
use crate::state::wechat::NewWechatUser;

impl Emulator {
    /// Starts with the defaults, on a free port of the loopback.
    ///
    /// # Errors
    ///
    /// When the system gives no port or thread.
    pub fn start() -> Result<Self, StartError> {
        Self::builder().start()
    }

    /// Starts with something other than the defaults.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder::default()
    }
}

/// An emulator's options, each with a documented default (see [`defaults`](crate::defaults)).
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct EmulatorBuilder {
    pub(super) options: Options,
}

impl EmulatorBuilder {
    /// Where to listen; a free port of the loopback by default. Anything beyond the loopback is open to the network.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.options.config.listen = address;
        self
    }

    /// Lets requests in that name this host. Loopback names are always let in.
    pub fn allow_host(mut self, name: impl Into<String>) -> Self {
        self.options.config.allowed_hosts.push(name.into());
        self
    }

    /// The pool's id.
    pub fn user_pool_id(mut self, id: impl Into<String>) -> Self {
        self.options.config.user_pool_id = id.into();
        self
    }

    /// The pool's secret.
    pub fn secret(mut self, secret: impl Into<String>) -> Self {
        self.options.config.secret = secret.into();
        self
    }

    /// One more user pool beside the first. A request belongs to the pool that it names, or to the pool of the application that it
    /// names; otherwise to the pool of its token; otherwise to the first pool.
    pub fn pool(mut self, pool: NewPool) -> Self {
        self.options.pools.push(pool);
        self
    }

    /// The mini-program's AppId.
    pub fn wechat_app_id(mut self, id: impl Into<String>) -> Self {
        self.options.config.wechat_app_id = id.into();
        self
    }

    /// The mini-program's AppSecret.
    pub fn wechat_app_secret(mut self, secret: impl Into<String>) -> Self {
        self.options.config.wechat_app_secret = secret.into();
        self
    }

    /// Whether each `wx.login` makes a new session key (it does, by default: the worst case WeChat permits).
    pub fn rotate_session_keys(mut self, rotate: bool) -> Self {
        self.options.config.rotate_session_keys = rotate;
        self
    }

    /// One more account in the LDAP directory.
    pub fn ldap_account(mut self, username: impl Into<String>, password: impl Into<String>) -> Self {
        self.options.config.ldap_accounts.push(DirectoryAccount::new(username, password));
        self
    }

    /// One more account in the Active Directory.
    pub fn ad_account(mut self, username: impl Into<String>, password: impl Into<String>) -> Self {
        self.options.config.ad_accounts.push(DirectoryAccount::new(username, password));
        self
    }

    /// One more application of OpenID Connect; the default one stays.
    pub fn oidc_app(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.options.config.oidc_apps.push(OidcApp::new(id, secret));
        self
    }

    /// One more user that is there at the start.
    pub fn user(mut self, user: NewUser) -> Self {
        self.options.seed.users.push(user);
        self
    }

    /// One more role that is there at the start.
    pub fn role(mut self, role: NewRole) -> Self {
        self.options.seed.roles.push(role);
        self
    }

    /// One more WeChat user who is there at the start.
    pub fn wechat_user(mut self, user: NewWechatUser) -> Self {
        self.options.seed.wechat_users.push(user);
        self
    }

    /// The third parties that users can log in with, in place of the default ones.
    pub fn oauth_providers(mut self, providers: Vec<NewOauthProvider>) -> Self {
        self.options.config.oauth_providers = providers;
        self
    }

    /// The private key that passwords are decrypted with, in PEM; by default one that this process makes.
    ///
    /// # Errors
    ///
    /// When the text is not an RSA private key.
    pub fn password_key_pem(mut self, pem: &str) -> Result<Self, StartError> {
        let key = PasswordKey::from_pem(pem).map_err(|error| StartError::PasswordKey(error.into()))?;
        self.options.password_key = Some(key);
        Ok(self)
    }

    /// The file that keeps the password key over restarts: the key in it, or a new one that is written to it for its owner
    /// alone. [`password_key_pem`](Self::password_key_pem) wins over it.
    pub fn key_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.options.key_file = Some(path.into());
        self
    }

    /// Calls this with each request to the services when it is over, as the log of requests has it. It runs on the
    /// emulator's own threads and must not block.
    pub fn on_request(mut self, observe: impl Fn(&LoggedRequest) + Send + Sync + 'static) -> Self {
        self.options.on_request = Some(Observer::new(observe));
        self
    }

    /// The lifetime of a user's token: fifteen days by default.
    pub fn token_lifetime(mut self, lifetime: Duration) -> Self {
        self.options.config.token_lifetime = lifetime;
        self
    }

    /// The time that a request's header, and then its body, may take to arrive: 30 s by default.
    pub fn request_timeout(mut self, timeout: Duration) -> Self {
        self.options.config.request_timeout = timeout;
        self
    }

    /// The file with the state to start from, as an export wrote it.
    pub fn import_from(mut self, path: impl Into<PathBuf>) -> Self {
        self.options.import = Some(path.into());
        self
    }

    /// The file that [`Emulator::stop`] writes the state to: whole or not at all, readable by its owner alone.
    pub fn export_to(mut self, path: impl Into<PathBuf>) -> Self {
        self.options.export = Some(path.into());
        self
    }

    /// Starts the emulator. It listens when this returns.
    ///
    /// # Errors
    ///
    /// [`StartError`] if the address is taken, the pool's id is one that clients reject, seeds contradict each other, an
    /// application cannot work, or a file cannot be read or written.
    pub fn start(self) -> Result<Emulator, StartError> {
        start::start(self.options)
    }
}
