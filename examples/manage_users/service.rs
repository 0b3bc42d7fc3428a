//! The service that has the pool: an emulator, or a real one.

use std::env;

use authing_core::v3::{EmailChannel, SignIn};
use authing_emulator::Emulator;
use authing_ureq::{ApplicationConfig, AuthenticationClient, ManagementClient, ManagementConfig};

use crate::Result;

pub(crate) enum Service {
    /// An emulator, which ends with the example.
    Emulated(Emulator),
    /// A service, and the access key of a pool.
    Real { host: Option<String>, key_id: String, key_secret: String },
}

impl Service {
    pub(crate) fn from_environment() -> Result<Self> {
        let host = env::var("AUTHING_HOST").ok();
        match (env::var("AUTHING_ACCESS_KEY_ID"), env::var("AUTHING_ACCESS_KEY_SECRET")) {
            (Ok(key_id), Ok(key_secret)) => Ok(Self::Real { host, key_id, key_secret }),
            (Err(_), Err(_)) if host.is_none() => Self::emulated(),
            _ => {
                Err("set both AUTHING_ACCESS_KEY_ID and AUTHING_ACCESS_KEY_SECRET; or neither, and no AUTHING_HOST"
                    .into())
            }
        }
    }

    pub(crate) fn emulated() -> Result<Self> {
        Ok(Self::Emulated(Emulator::start()?))
    }

    /// The administrator's client. Its messages are in English, as the report is.
    pub(crate) fn client(&self) -> Result<ManagementClient> {
        let config = match self {
            Self::Emulated(emulator) => {
                ManagementConfig::new(emulator.user_pool_id(), emulator.secret())?.with_host(emulator.url())?
            }
            Self::Real { host, key_id, key_secret } => {
                let config = ManagementConfig::new(key_id, key_secret.as_str())?;
                match host {
                    Some(host) => config.with_host(host)?,
                    None => config,
                }
            }
        };
        Ok(ManagementClient::new(config.with_language("en-US")?)?)
    }

    /// The emulator, which also plays the users.
    pub(crate) fn emulator(&self) -> Option<&Emulator> {
        match self {
            Self::Emulated(emulator) => Some(emulator),
            Self::Real { .. } => None,
        }
    }
}

/// A user of the emulator logs in to its application, with a code by mail.
pub(crate) fn log_in(emulator: &Emulator, email: &str) -> Result<()> {
    let config = ApplicationConfig::new(emulator.app_id(), emulator.url())?.with_secret(emulator.app_secret());
    let application = AuthenticationClient::new(config)?;
    application.send_email(EmailChannel::Login, email)?;
    let message = emulator.inbox().into_iter().next().ok_or("no mail")?;
    application.sign_in(SignIn::email_code(email, message.code))?;
    Ok(())
}
