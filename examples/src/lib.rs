//! The service that the examples call.
//!
//! Each example runs against the service named by `AUTHING_HOST` and `AUTHING_USER_POOL_ID`, or, without them, against an
//! emulator that it starts itself.
#![forbid(unsafe_code)]

use std::env;
use std::error::Error;

use authing_core::Config;
use authing_emulator::Emulator;

/// The service that an example calls.
#[derive(Debug)]
pub enum Service {
    /// An emulator, which ends with the example.
    Emulated(Emulator),
    /// A real service.
    Real {
        /// The URL of the service.
        host: String,
        /// The pool.
        pool: String,
        /// The public key, if it is not that of the public service.
        public_key: Option<String>,
    },
}

impl Service {
    /// The service that the environment names, or an emulator.
    pub fn from_environment() -> Result<Self, Box<dyn Error>> {
        match (env::var("AUTHING_HOST"), env::var("AUTHING_USER_POOL_ID")) {
            (Ok(host), Ok(pool)) => Ok(Self::Real { host, pool, public_key: env::var("AUTHING_PUBLIC_KEY").ok() }),
            (Err(_), Err(_)) => Ok(Self::Emulated(Emulator::start()?)),
            _ => Err("set both AUTHING_HOST and AUTHING_USER_POOL_ID, or neither".into()),
        }
    }

    /// The settings of a client.
    pub fn config(&self) -> Result<Config, Box<dyn Error>> {
        Ok(match self {
            Self::Emulated(emulator) => Config::new(emulator.user_pool_id())?
                .with_origin(emulator.url())?
                .with_public_key(emulator.public_key_pem())?,
            Self::Real { host, pool, public_key } => {
                let config = Config::new(pool)?.with_origin(host)?;
                match public_key {
                    Some(pem) => config.with_public_key(pem)?,
                    None => config,
                }
            }
        })
    }

    /// The emulator, which also plays the users and WeChat.
    pub fn emulator(&self) -> Option<&Emulator> {
        match self {
            Self::Emulated(emulator) => Some(emulator),
            Self::Real { .. } => None,
        }
    }
}

/// The account of `AUTHING_EMAIL` and `AUTHING_PASSWORD`, or an account that does not exist yet.
pub fn account() -> (String, String) {
    let or = |name: &str, default: &str| env::var(name).unwrap_or_else(|_| default.to_owned());
    (or("AUTHING_EMAIL", "bob@example.com"), or("AUTHING_PASSWORD", "correct horse battery staple"))
}

/// The README's examples, which the tests compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// The examples of the Chinese README.
#[cfg(doctest)]
#[doc = include_str!("../../README.zh-CN.md")]
struct ReadmeInChinese;

/// The example of the page about servers.
#[cfg(doctest)]
#[doc = include_str!("../../docs/server.md")]
struct Servers;

/// The example of the Chinese page about servers.
#[cfg(doctest)]
#[doc = include_str!("../../docs/server.zh-CN.md")]
struct ServersInChinese;

/// The example of the page about logins by redirect.
#[cfg(doctest)]
#[doc = include_str!("../../docs/web-login.md")]
struct WebLogin;

/// The example of the Chinese page about logins by redirect.
#[cfg(doctest)]
#[doc = include_str!("../../docs/web-login.zh-CN.md")]
struct WebLoginInChinese;

/// The examples of the page about the migration to today's service.
#[cfg(doctest)]
#[doc = include_str!("../../docs/migrating.md")]
struct Migrating;

/// The examples of the Chinese page about the migration to today's service.
#[cfg(doctest)]
#[doc = include_str!("../../docs/migrating.zh-CN.md")]
struct MigratingInChinese;
