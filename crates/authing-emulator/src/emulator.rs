//! The emulator as a Rust program holds it.

use std::fmt;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::config::{Config, DirectoryAccount, OidcApp};
use crate::crypto::password_key::PasswordKey;
use crate::faults::FaultRule;
use crate::graphql::{self, BuildError};
use crate::seed::SeedError;
use crate::server;
use crate::snapshot::{self, ImportError, Snapshot};
use crate::state::State;
use crate::state::inbox::Message;
use crate::state::oauth::OauthProvider;
use crate::state::wechat::NewPerson;
use crate::wechat::{PhoneNumber, UserInfo};
use crate::world::World;

/// A running emulator, on a thread and a runtime of its own. It ends when this is dropped.
///
/// Its methods are the control API's: a test in Rust and one that speaks HTTP change the same world.
pub struct Emulator {
    world: Arc<World>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Why an emulator did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address could not be listened on.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The system gave no thread or event queue.
    #[error("cannot start the emulator's runtime")]
    Runtime(#[source] io::Error),
    /// The key given is none, or none could be made.
    #[error("the password key is not an RSA private key in PEM (PKCS#8 or PKCS#1)")]
    PasswordKey(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What the configuration seeds contradicts itself.
    #[error("the configuration's users, roles and people do not fit together")]
    Seed(#[source] SeedError),
    /// The state to start from could not be opened.
    #[error("cannot read the state in {}", path.display())]
    ReadState {
        /// Where it was looked for.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The state to start from is none of this emulator's.
    #[error("cannot take over the state in {}", path.display())]
    Import {
        /// Where it came from.
        path: PathBuf,
        /// What is wrong with it.
        source: ImportError,
    },
    /// The schema inside this crate is broken.
    #[error("the emulator's own schema is broken")]
    Schema(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The state could not be written at the end.
#[derive(Debug, thiserror::Error)]
#[error("cannot write the state to {}", path.display())]
#[non_exhaustive]
pub struct ExportError {
    /// Where it should have gone.
    pub path: PathBuf,
    source: io::Error,
}

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
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Where it answers, without a trailing slash: `http://127.0.0.1:5510`.
    pub fn url(&self) -> &str {
        &self.world.origin
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The one pool it serves.
    pub fn user_pool_id(&self) -> &str {
        &self.world.config.user_pool_id
    }

    /// The pool's secret: it gets the owner's token, and signs the users' tokens.
    pub fn secret(&self) -> &str {
        &self.world.config.secret
    }

    /// The mini-program's AppId.
    pub fn wechat_app_id(&self) -> &str {
        &self.world.config.wechat_app_id
    }

    /// The key to encrypt passwords with, in PEM.
    pub fn public_key_pem(&self) -> &str {
        self.world.password_key.public_pem()
    }

    /// Lets time pass on the emulator's clock.
    pub fn advance(&self, by: Duration) {
        self.world.advance(by);
    }

    /// The SMS and mail sent so far, newest first.
    pub fn inbox(&self) -> Vec<Message> {
        self.world.state().inbox.messages()
    }

    /// A new person on WeChat; answers the openid.
    pub fn add_person(&self, person: NewPerson) -> String {
        self.world.add_person(person)
    }

    /// `wx.login` on this person's phone: a code, good once and for five minutes. `None` when nobody has the openid.
    pub fn wx_login(&self, open_id: &str) -> Option<String> {
        self.world.wx_login(open_id)
    }

    /// The person agrees to share their profile. `None` when nobody has the openid.
    pub fn wx_user_info(&self, open_id: &str) -> Option<UserInfo> {
        self.world.wx_user_info(open_id)
    }

    /// The person agrees to share their phone number. `None` when nobody has the openid.
    pub fn wx_phone_number(&self, open_id: &str) -> Option<PhoneNumber> {
        self.world.wx_phone_number(open_id)
    }

    /// The third parties one can log in with, instead of those before.
    pub fn set_oauth_providers(&self, providers: Vec<OauthProvider>) {
        self.world.state().oauth_providers = Some(providers);
    }

    /// A user, by id, or a person on WeChat, by openid, points their phone at a QR code, named by its id or its random name.
    /// `false` when there is no such person, or no such code is open.
    pub fn scan_qr(&self, code: &str, who: &str) -> bool {
        self.world.person(who).is_some_and(|person| self.world.scan_qr(code, person).is_ok())
    }

    /// They confirm the login. `false` as with [`scan_qr`](Self::scan_qr).
    pub fn confirm_qr(&self, code: &str, who: &str) -> bool {
        let confirm = |person| self.world.confirm_qr(code, Some(person), self.address.ip()).is_ok();
        self.world.person(who).is_some_and(confirm)
    }

    /// They cancel it. `false` when no such code is open.
    pub fn cancel_qr(&self, code: &str) -> bool {
        self.world.cancel_qr(code).is_ok()
    }

    /// The code's time is up at once. `false` when no such code is open.
    pub fn expire_qr(&self, code: &str) -> bool {
        self.world.expire_qr(code).is_ok()
    }

    /// What goes wrong from now on, instead of what went wrong before.
    pub fn set_faults(&self, rules: Vec<FaultRule>) {
        self.world.faults.replace(rules);
    }

    /// The whole state as JSON: users with their password hashes, people, codes, messages, files, the clock.
    pub fn export(&self) -> String {
        self.world.export()
    }

    /// Takes over a state that [`export`](Self::export) gave, of the same pool, in place of the one there is.
    ///
    /// # Errors
    ///
    /// When it is not such a state; then nothing has changed.
    pub fn import(&self, json: &str) -> Result<(), ImportError> {
        self.world.import(json)
    }

    /// Ends it, and writes its state to where [`Builder::export_to`] said. Dropping it ends it without writing.
    ///
    /// # Errors
    ///
    /// When the state could not be written.
    pub fn stop(mut self) -> Result<(), ExportError> {
        self.end();
        let Some(path) = &self.world.config.export else { return Ok(()) };
        snapshot::write(&self.world, path).map_err(|source| ExportError { path: path.clone(), source })
    }

    fn end(&mut self) {
        // Either may be gone, if the thread has ended by itself.
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// Everything is as at the start: users, people, messages, files, the clock; there are no faults.
    pub fn reset(&self) {
        self.world.reset();
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.end();
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { world, address: _, stop: _, thread: _ } = self;
        f.debug_struct("Emulator").field("url", &world.origin).finish_non_exhaustive()
    }
}

/// An emulator's options, each with a documented default (see [`defaults`](crate::defaults)).
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Builder {
    pub(crate) config: Config,
}

impl Builder {
    /// Where to listen; a free port of the loopback by default. Anything beyond the loopback is open to the network.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.config.listen = address;
        self
    }

    /// Lets requests in that name this host; loopback names need no such word.
    pub fn allow_host(mut self, name: impl Into<String>) -> Self {
        self.config.allowed_hosts.push(name.into());
        self
    }

    /// The pool's id.
    pub fn user_pool_id(mut self, id: impl Into<String>) -> Self {
        self.config.user_pool_id = id.into();
        self
    }

    /// The pool's secret.
    pub fn secret(mut self, secret: impl Into<String>) -> Self {
        self.config.secret = secret.into();
        self
    }

    /// The mini-program's AppId.
    pub fn wechat_app_id(mut self, id: impl Into<String>) -> Self {
        self.config.wechat_app_id = id.into();
        self
    }

    /// The mini-program's AppSecret.
    pub fn wechat_app_secret(mut self, secret: impl Into<String>) -> Self {
        self.config.wechat_app_secret = secret.into();
        self
    }

    /// Whether each `wx.login` makes a new session key (it does, by default: the worst case WeChat permits).
    pub fn rotate_session_keys(mut self, rotate: bool) -> Self {
        self.config.rotate_session_keys = rotate;
        self
    }

    /// One more account in the LDAP directory.
    pub fn ldap_account(mut self, username: impl Into<String>, password: impl Into<String>) -> Self {
        self.config.ldap_accounts.push(DirectoryAccount::new(username, password));
        self
    }

    /// One more account in the Active Directory.
    pub fn ad_account(mut self, username: impl Into<String>, password: impl Into<String>) -> Self {
        self.config.ad_accounts.push(DirectoryAccount::new(username, password));
        self
    }

    /// One more application of OpenID Connect; the default one stays.
    pub fn oidc_app(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.config.oidc_apps.push(OidcApp::new(id, secret));
        self
    }

    /// The third parties one can log in with, instead of the usual ones.
    pub fn oauth_providers(mut self, providers: Vec<OauthProvider>) -> Self {
        self.config.oauth_providers = providers;
        self
    }

    /// The private key that passwords are decrypted with, in PEM; by default one that this process makes.
    ///
    /// # Errors
    ///
    /// When the text is not an RSA private key.
    pub fn password_key_pem(mut self, pem: &str) -> Result<Self, StartError> {
        let key = PasswordKey::from_pem(pem).map_err(|error| StartError::PasswordKey(error.into()))?;
        self.config.password_key = Some(key);
        Ok(self)
    }

    /// How long a user's token lives: fifteen days by default.
    pub fn token_lifetime(mut self, lifetime: Duration) -> Self {
        self.config.token_lifetime = lifetime;
        self
    }

    /// The file with the state to start from, as an export wrote it.
    pub fn import_from(mut self, path: impl Into<PathBuf>) -> Self {
        self.config.import = Some(path.into());
        self
    }

    /// The file that [`Emulator::stop`] writes the state to: whole or not at all, readable by its owner alone.
    pub fn export_to(mut self, path: impl Into<PathBuf>) -> Self {
        self.config.export = Some(path.into());
        self
    }

    /// Starts the emulator. It listens when this returns.
    ///
    /// # Errors
    ///
    /// When the address is taken, the system gives no thread, or the state to start from cannot be read.
    pub fn start(self) -> Result<Emulator, StartError> {
        let mut config = self.config;
        let key = config.password_key.take().map_or_else(PasswordKey::of_this_process, Ok);
        let key = key.map_err(|error| StartError::PasswordKey(error.into()))?;
        let engine = graphql::build().map_err(|error: BuildError| StartError::Schema(error.into()))?;
        let start = beginning(&config)?;
        let (listener, address) = listen(config.listen)?;
        let world = Arc::new(World::new(config, key, format!("http://{address}"), start));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("authing-emulator")
            .enable_all()
            .build()
            .map_err(StartError::Runtime)?;
        let router = server::router(&world, engine);
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = thread::Builder::new().name("authing-emulator".into()).spawn(move || {
            runtime.block_on(async {
                let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
                tokio::select! {
                    () = server::run(listener, router) => {}
                    // Told to stop, or forgotten: both mean the same.
                    _ = stopped => {}
                }
            });
            // Open connections are dropped where they stand.
            runtime.shutdown_background();
        });
        let thread = thread.map_err(StartError::Runtime)?;
        Ok(Emulator { world, address, stop: Some(stop), thread: Some(thread) })
    }
}

/// The state to start from: an exported one, else what the configuration seeds.
fn beginning(config: &Config) -> Result<Snapshot, StartError> {
    if let Some(path) = &config.import {
        return read_state(path, &config.user_pool_id);
    }
    let mut state = State::default();
    config.seed.plant(&mut state, &config.user_pool_id).map_err(StartError::Seed)?;
    Ok(Snapshot::new(config.user_pool_id.clone(), state))
}

fn read_state(path: &Path, user_pool_id: &str) -> Result<Snapshot, StartError> {
    let json =
        std::fs::read_to_string(path).map_err(|source| StartError::ReadState { path: path.to_owned(), source })?;
    Snapshot::read(&json, user_pool_id).map_err(|source| StartError::Import { path: path.to_owned(), source })
}

/// Bound before the emulator's thread starts, so that its address is known and it can be reached at once.
fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), StartError> {
    let bind = || {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let bound = listener.local_addr()?;
        Ok((listener, bound))
    };
    bind().map_err(|source| StartError::Listen { address, source })
}
