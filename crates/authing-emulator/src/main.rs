//! Authing's and WeChat's server side on the loopback.

use std::error::Error;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use authing_emulator::{Builder, Emulator, defaults};
use clap::Parser;

/// Authing's and WeChat's server side on the loopback, for tests and for trying things out.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// Where to listen; port 0 picks a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:5510")]
    listen: SocketAddr,
    /// Let requests in that name this host, besides loopback names (may be given several times)
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// The user pool's id
    #[arg(long, value_name = "ID", default_value = defaults::USER_POOL_ID)]
    user_pool_id: String,
    /// The user pool's secret
    #[arg(long, default_value = defaults::SECRET)]
    secret: String,
    /// The mini-program's AppId
    #[arg(long, value_name = "ID", default_value = defaults::WECHAT_APP_ID)]
    wechat_app_id: String,
    /// The mini-program's AppSecret
    #[arg(long, value_name = "SECRET", default_value = defaults::WECHAT_APP_SECRET)]
    wechat_app_secret: String,
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
    let listen = options.listen;
    let emulator = options.builder()?.start()?;
    // A reader that has gone away does not end the emulator.
    let _ = announce(&mut io::stdout().lock(), &emulator);
    if !listen.ip().is_loopback() {
        let _ = writeln!(
            io::stderr(),
            "WARNING: listening on {listen}, beyond the loopback: whoever reaches this port can read and change everything here."
        );
    }
    runtime.block_on(tokio::signal::ctrl_c())?;
    Ok(())
}

impl Options {
    fn builder(self) -> Result<Builder, Box<dyn Error>> {
        let mut builder = Emulator::builder()
            .listen(self.listen)
            .user_pool_id(self.user_pool_id)
            .secret(self.secret)
            .wechat_app_id(self.wechat_app_id)
            .wechat_app_secret(self.wechat_app_secret)
            .rotate_session_keys(!self.keep_session_keys);
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

/// The address first, alone on its line; then what to paste into a client.
fn announce(out: &mut impl io::Write, emulator: &Emulator) -> io::Result<()> {
    let url = emulator.url();
    writeln!(out, "listening on {url}")?;
    writeln!(out)?;
    writeln!(out, "host          {url}")?;
    writeln!(out, "graphql       {url}/graphql")?;
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
