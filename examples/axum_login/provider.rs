//! The provider at which users log in: a service, or an emulator with two users.

use std::env;

use authing_emulator::{Emulator, NewApp, NewRole, NewUser};
use authing_reqwest::ApplicationConfig;

use crate::Result;

pub(crate) const ADMIN: &str = "ada@example.com";
pub(crate) const USER: &str = "bob@example.com";
pub(crate) const PASSWORD: &str = "correct horse";
/// The role that the page `/admin` requires.
pub(crate) const ADMIN_ROLE: &str = "admin";

const APP_ID: &str = "shop";
const APP_SECRET: &str = "shop-secret";

pub(crate) enum Provider {
    /// An emulator, which ends with the example.
    Emulated(Emulator),
    /// A service.
    Real {
        /// The application's domain.
        host: String,
        app_id: String,
        app_secret: String,
    },
}

impl Provider {
    pub(crate) fn from_environment() -> Result<Self> {
        match env::var("AUTHING_HOST") {
            Ok(host) => Ok(Self::Real {
                host,
                app_id: env::var("AUTHING_APP_ID").map_err(|_| "set AUTHING_APP_ID, too")?,
                app_secret: env::var("AUTHING_APP_SECRET").map_err(|_| "set AUTHING_APP_SECRET, too")?,
            }),
            Err(_) => Self::emulated(),
        }
    }

    pub(crate) fn emulated() -> Result<Self> {
        let app = NewApp::new(APP_ID, APP_SECRET).with_redirect_uri("http://127.0.0.1:*/callback");
        let builder = Emulator::builder().app(app).role(NewRole::new(ADMIN_ROLE));
        let builder = builder.user(user(ADMIN, "Ada", &[ADMIN_ROLE])).user(user(USER, "Bob", &[]));
        Ok(Self::Emulated(builder.start()?))
    }

    /// The settings of the client. The secret stays on the server.
    pub(crate) fn config(&self, origin: &str) -> Result<ApplicationConfig> {
        let (host, app_id, app_secret) = match self {
            Self::Emulated(emulator) => (emulator.url(), emulator.app_id(), emulator.app_secret()),
            Self::Real { host, app_id, app_secret } => (host.as_str(), app_id.as_str(), app_secret.as_str()),
        };
        let config = ApplicationConfig::new(app_id, host)?.with_secret(app_secret);
        Ok(config.with_redirect_url(&format!("{origin}/callback"))?)
    }

    pub(crate) fn emulator(&self) -> Option<&Emulator> {
        match self {
            Self::Emulated(emulator) => Some(emulator),
            Self::Real { .. } => None,
        }
    }
}

fn user(email: &str, nickname: &str, roles: &[&str]) -> NewUser {
    NewUser {
        email: Some(email.to_owned()),
        password: Some(PASSWORD.to_owned()),
        profile: [("nickname".to_owned(), nickname.to_owned())].into(),
        roles: roles.iter().map(|&role| role.to_owned()).collect(),
        ..NewUser::default()
    }
}
