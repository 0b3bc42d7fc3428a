//! Authing's and WeChat's server side on the loopback.
#![forbid(unsafe_code)]

use std::error::Error;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use authing_emulator::{Emulator, EmulatorBuilder, defaults};
use clap::Parser;

/// Authing's and WeChat's server side on the loopback, for tests and for trying things out.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// A TOML file with any of these options, and with users, people and more to begin with; what is given here wins
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[arg(long, value_name = "ADDRESS", help = help_with_default("Where to listen; port 0 picks a free one", defaults::LISTEN))]
    listen: Option<SocketAddr>,
    /// Let requests in that name this host, besides loopback names (may be given several times)
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    #[arg(long, value_name = "ID", help = help_with_default("The user pool's id", defaults::USER_POOL_ID))]
    user_pool_id: Option<String>,
    #[arg(long, help = help_with_default("The user pool's secret", defaults::SECRET))]
    secret: Option<String>,
    #[arg(long, value_name = "SECONDS", help = help_with_default("How long a user's token lives", "1296000, fifteen days"))]
    token_lifetime: Option<NonZeroU32>,
    #[arg(long, value_name = "ID", help = help_with_default("The mini-program's AppId", defaults::WECHAT_APP_ID))]
    wechat_app_id: Option<String>,
    #[arg(long, value_name = "SECRET", help = help_with_default("The mini-program's AppSecret", defaults::WECHAT_APP_SECRET))]
    wechat_app_secret: Option<String>,
    /// Keep a person's session key over several wx.login, instead of a new one each time
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
    /// An RSA private key in PEM to decrypt passwords with; by default a new one at every start
    #[arg(long, value_name = "FILE")]
    password_key: Option<PathBuf>,
    /// A state to start from, as --export wrote it; it takes the place of what --config seeds
    #[arg(long, value_name = "FILE")]
    import: Option<PathBuf>,
    /// Where to write the state at the end, as JSON that its owner alone can read
    #[arg(long, value_name = "FILE")]
    export: Option<PathBuf>,
}

/// An option's help, with what it is when neither the command line nor the file gives it.
fn help_with_default(what: &str, default: &str) -> String {
    format!("{what} [default: {default}]")
}

fn main() -> ExitCode {
    match run(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody may be reading.
            let _ = writeln!(io::stderr(), "authing-emulator: {}", with_causes(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Before anything answers, so that whoever has seen it answer can end it.
    let end = runtime.block_on(async { shutdown_signal() })?;
    let emulator = options.builder()?.start()?;
    // A reader that has gone away does not end the emulator.
    let _ = announce(&mut io::stdout().lock(), &emulator);
    let address = emulator.address();
    if !address.ip().is_loopback() {
        let _ = writeln!(
            io::stderr(),
            "WARNING: listening on {address}, beyond the loopback: whoever reaches this port can read and change everything here."
        );
    }
    runtime.block_on(end);
    Ok(emulator.stop()?)
}

/// Ends when the program is to end: at Ctrl-C, or when the system says so. It listens from when this returns.
#[cfg(unix)]
fn shutdown_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends when the program is to end: at Ctrl-C. It listens from when this returns.
#[cfg(windows)]
fn shutdown_signal() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

impl Options {
    fn builder(self) -> Result<EmulatorBuilder, Box<dyn Error>> {
        let mut builder = Emulator::builder().listen(defaults::LISTEN.parse()?);
        if let Some(path) = self.config {
            builder = builder.config_file(path)?;
        }
        builder = apply_if_some(builder, self.listen, EmulatorBuilder::listen);
        builder = apply_if_some(builder, self.user_pool_id, EmulatorBuilder::user_pool_id);
        builder = apply_if_some(builder, self.secret, EmulatorBuilder::secret);
        builder = apply_if_some(builder, self.token_lifetime.map(lifetime), EmulatorBuilder::token_lifetime);
        builder = apply_if_some(builder, self.wechat_app_id, EmulatorBuilder::wechat_app_id);
        builder = apply_if_some(builder, self.wechat_app_secret, EmulatorBuilder::wechat_app_secret);
        builder = apply_if_some(builder, self.keep_session_keys.then_some(false), EmulatorBuilder::rotate_session_keys);
        builder = apply_if_some(builder, self.import, EmulatorBuilder::import_from);
        builder = apply_if_some(builder, self.export, EmulatorBuilder::export_to);
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
    set: fn(EmulatorBuilder, T) -> EmulatorBuilder,
) -> EmulatorBuilder {
    match value {
        Some(value) => set(builder, value),
        None => builder,
    }
}

fn lifetime(seconds: NonZeroU32) -> Duration {
    Duration::from_secs(seconds.get().into())
}

/// The address first, alone on its line; then what to paste into a client.
fn announce(out: &mut impl io::Write, emulator: &Emulator) -> io::Result<()> {
    let url = emulator.url();
    writeln!(out, "listening on {url}")?;
    writeln!(out)?;
    writeln!(out, "host          {url}")?;
    writeln!(out, "graphql       {url}/graphql")?;
    writeln!(out, "page          {url}/")?;
    writeln!(out, "user pool id  {}", emulator.user_pool_id())?;
    writeln!(out, "secret        {}", emulator.secret())?;
    writeln!(out, "AppId         {}", emulator.wechat_app_id())?;
    writeln!(out, "password key")?;
    write!(out, "{}", emulator.public_key_pem())?;
    out.flush()
}

fn with_causes(error: &dyn Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
