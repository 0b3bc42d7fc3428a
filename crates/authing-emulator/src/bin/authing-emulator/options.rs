//! The options of the command line.

use std::error::Error;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::time::Duration;

use authing_emulator::{Emulator, EmulatorBuilder, ListenAddress, NewPool, defaults};
use clap::Parser;

use crate::apps::AppOptions;

/// Authing's and WeChat's server side on the loopback, for tests and for trying things out.
#[derive(Parser)]
#[command(version)]
pub(crate) struct Options {
    /// A TOML file with any of these options, and with users, WeChat users and more to begin with; what is given here wins
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[arg(long, value_name = "ADDRESS", help = help_with_default("Where to listen: ADDRESS:PORT, localhost:PORT or PORT; port 0 picks a free one", defaults::LISTEN))]
    listen: Option<ListenAddress>,
    /// Let requests in that name this host, besides loopback names (may be given several times)
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// A user pool with its secret (may be given several times); the first takes the place of the default one
    #[arg(long, value_name = "ID:SECRET", conflicts_with_all = ["user_pool_id", "secret"])]
    user_pool: Vec<String>,
    #[arg(long, value_name = "ID", help = help_with_default("The user pool's id", defaults::USER_POOL_ID))]
    user_pool_id: Option<String>,
    #[arg(long, help = help_with_default("The user pool's secret", defaults::SECRET))]
    secret: Option<String>,
    #[arg(long, value_name = "SECONDS", help = help_with_default("The lifetime of a user's token", "1296000, fifteen days"))]
    token_lifetime: Option<NonZeroU32>,
    #[arg(long, value_name = "ID", help = help_with_default("The mini-program's AppId", defaults::WECHAT_APP_ID))]
    wechat_app_id: Option<String>,
    #[arg(long, value_name = "SECRET", help = help_with_default("The mini-program's AppSecret", defaults::WECHAT_APP_SECRET))]
    wechat_app_secret: Option<String>,
    /// Keep a WeChat user's session key over several wx.login, instead of a new one each time
    #[arg(long)]
    keep_session_keys: bool,
    /// An account of the LDAP directory (may be given several times)
    #[arg(long, value_name = "NAME:PASSWORD")]
    ldap_account: Vec<String>,
    /// One more account of the Active Directory (may be given several times)
    #[arg(long, value_name = "NAME:PASSWORD")]
    ad_account: Vec<String>,
    /// One more application of OpenID Connect (may be given several times)
    #[arg(long, value_name = "ID:SECRET")]
    oidc_app: Vec<String>,
    #[command(flatten)]
    apps: AppOptions,
    /// An RSA private key in PEM to decrypt passwords with; by default a new one at every start
    #[arg(long, value_name = "FILE", conflicts_with = "key_file")]
    password_key: Option<PathBuf>,
    /// The file that keeps the password key over restarts: created at the first start, readable by its owner alone
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// A state to start from, as --export wrote it; it takes the place of what --config seeds
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,
    /// Where to write the state at the end, as JSON that its owner alone can read
    #[arg(long, value_name = "FILE")]
    export: Option<PathBuf>,
    /// Print no line for each request
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// An option's help, with what it is when neither the command line nor the file gives it.
fn help_with_default(what: &str, default: &str) -> String {
    format!("{what} [default: {default}]")
}

impl Options {
    pub(crate) fn builder(self) -> Result<EmulatorBuilder, Box<dyn Error>> {
        let mut builder = Emulator::builder().listen(defaults::LISTEN.parse()?);
        if let Some(path) = self.config {
            builder = builder.config_file(path)?;
        }
        builder = apply_if_some(builder, self.listen.map(ListenAddress::socket_address), EmulatorBuilder::listen);
        builder = apply_if_some(builder, self.user_pool_id, EmulatorBuilder::user_pool_id);
        builder = apply_if_some(builder, self.secret, EmulatorBuilder::secret);
        builder = apply_if_some(builder, self.token_lifetime.map(lifetime), EmulatorBuilder::token_lifetime);
        builder = apply_if_some(builder, self.wechat_app_id, EmulatorBuilder::wechat_app_id);
        builder = apply_if_some(builder, self.wechat_app_secret, EmulatorBuilder::wechat_app_secret);
        builder = apply_if_some(builder, self.keep_session_keys.then_some(false), EmulatorBuilder::rotate_session_keys);
        builder = apply_if_some(builder, self.key_file, EmulatorBuilder::key_file);
        builder = apply_if_some(builder, self.import, EmulatorBuilder::import_from);
        builder = apply_if_some(builder, self.export, EmulatorBuilder::export_to);
        for (number, pool) in self.user_pool.iter().enumerate() {
            let (id, secret) = pair(pool, "--user-pool takes ID:SECRET")?;
            builder = match number {
                0 => builder.user_pool_id(id).secret(secret),
                _ => builder.pool(NewPool::new(id, secret)),
            };
        }
        for name in self.allow_host {
            builder = builder.allow_host(name);
        }
        for account in self.ldap_account {
            let (name, password) = pair(&account, "--ldap-account takes NAME:PASSWORD")?;
            builder = builder.ldap_account(name, password);
        }
        for account in self.ad_account {
            let (name, password) = pair(&account, "--ad-account takes NAME:PASSWORD")?;
            builder = builder.ad_account(name, password);
        }
        for app in self.oidc_app {
            let (id, secret) = pair(&app, "--oidc-app takes ID:SECRET")?;
            builder = builder.oidc_app(id, secret);
        }
        for app in self.apps.into_apps() {
            builder = builder.app(app);
        }
        if let Some(path) = self.password_key {
            let pem = std::fs::read_to_string(&path)
                .map_err(|error| format!("--password-key {}: {error}", path.display()))?;
            builder = builder.password_key_pem(&pem)?;
        }
        Ok(builder)
    }
}

fn pair<'a>(text: &'a str, what: &str) -> Result<(&'a str, &'a str), String> {
    text.split_once(':').ok_or_else(|| format!("{what}, with a colon between them"))
}

/// Sets an option that was given.
fn apply_if_some<T>(
    builder: EmulatorBuilder,
    value: Option<T>,
    set: impl FnOnce(EmulatorBuilder, T) -> EmulatorBuilder,
) -> EmulatorBuilder {
    match value {
        Some(value) => set(builder, value),
        None => builder,
    }
}

fn lifetime(seconds: NonZeroU32) -> Duration {
    Duration::from_secs(seconds.get().into())
}
