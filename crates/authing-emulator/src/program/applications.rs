//! The applications of today's service: in the builder and in the handle.

use crate::program::builder::EmulatorBuilder;
use crate::program::emulator::Emulator;
use crate::service::provider::automation::LoginError;
use crate::service::provider::{apps, automation, discovery, keys};
use crate::state::provider::{AppError, NewApp};

impl EmulatorBuilder {
    /// One more application of today's service. The default one is only there when no other is given.
    pub fn app(mut self, app: NewApp) -> Self {
        self.options.apps.push(app);
        self
    }
}

impl Emulator {
    /// The id of the first application of today's service.
    pub fn app_id(&self) -> &str {
        self.world.config.apps.first().map_or("", |app| &app.id)
    }

    /// Its secret; empty for a public client.
    pub fn app_secret(&self) -> &str {
        self.world.config.apps.first().and_then(|app| app.secret.as_deref()).unwrap_or_default()
    }

    /// The issuer of OpenID Connect: `http://127.0.0.1:5510/oidc`.
    pub fn issuer(&self) -> String {
        discovery::issuer(&self.world)
    }

    /// Adds an application of today's service, or takes the place of the one with its id.
    ///
    /// # Errors
    ///
    /// [`AppError`] if the application is not valid; then nothing has changed.
    pub fn put_app(&self, app: NewApp) -> Result<(), AppError> {
        apps::put(&self.world, app).map(drop)
    }

    /// A user, by id, logs in at an authorization URL and agrees to what the application asks for, without the login page.
    /// Returns the URL that the browser goes back to, with a code or an error.
    ///
    /// # Errors
    ///
    /// [`LoginError`] if the URL is not the authorization endpoint's, the user cannot log in, the application or its
    /// redirect URI is not registered, or the response is a page.
    pub fn log_in_at(&self, authorization_url: &str, user_id: &str) -> Result<String, LoginError> {
        automation::log_in(&self.world, authorization_url, user_id)
    }

    /// Signs tokens with a new key from now on, and publishes it. The old keys disappear when their tokens have expired,
    /// or at once with `forget_old`. Returns `false` if the system gave no key.
    pub fn rotate_keys(&self, forget_old: bool) -> bool {
        keys::rotate(&self.world, forget_old).is_ok()
    }
}
