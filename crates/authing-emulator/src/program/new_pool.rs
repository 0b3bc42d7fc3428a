//! One more user pool of an emulator.

use std::fmt;
use std::time::Duration;

use authing_core::PoolId;

use crate::config::{Config, OidcApp};
use crate::program::new_user::{NewRole, NewUser};
use crate::program::registered_apps::registered_apps;
use crate::program::seed::Seed;
use crate::program::start_error::StartError;
use crate::state::provider::NewApp;

/// A user pool beside the first one, with its own secret, users and applications. The password key, the clock, the faults and
/// the log of requests are the emulator's.
///
/// ```
/// use authing_emulator::{Emulator, NewPool};
///
/// let other = NewPool::new("5e7d5fcf4754692e4307927d", "the-other-pool-s-secret-of-32-ch");
/// let emulator = Emulator::builder().pool(other).start()?;
/// # Ok::<(), authing_emulator::StartError>(())
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct NewPool {
    /// The pool's id.
    pub id: String,
    /// The pool's secret.
    pub secret: String,
    /// The pool's name; by default its id.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The URL of the logo.
    pub logo: Option<String>,
    /// The lifetime of a user's token; by default that of the first pool.
    pub token_lifetime: Option<Duration>,
    /// The roles that are there at the start.
    pub roles: Vec<NewRole>,
    /// The users who are there at the start.
    pub users: Vec<NewUser>,
    /// The applications of today's service; by default one with the pool's id and secret.
    pub apps: Vec<NewApp>,
    /// The applications of OpenID Connect, each by id and secret; by default one with the pool's id and secret.
    pub oidc_apps: Vec<(String, String)>,
}

impl NewPool {
    /// A pool without users.
    pub fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            secret: secret.into(),
            name: None,
            description: None,
            logo: None,
            token_lifetime: None,
            roles: Vec::new(),
            users: Vec::new(),
            apps: Vec::new(),
            oidc_apps: Vec::new(),
        }
    }

    /// The pool's configuration, which is the first pool's where the pool says nothing, and what it begins with.
    pub(super) fn build(self, first: &Config) -> Result<(Config, Seed), StartError> {
        PoolId::parse(&self.id).map_err(StartError::UserPoolId)?;
        let own_app = || NewApp::new(self.id.clone(), self.secret.clone());
        let apps = if self.apps.is_empty() { vec![own_app()] } else { self.apps };
        let oidc_apps = self.oidc_apps.into_iter().map(|(id, secret)| OidcApp::new(id, secret));
        let mut oidc_apps: Vec<OidcApp> = oidc_apps.collect();
        if oidc_apps.is_empty() {
            oidc_apps.push(OidcApp::new(self.id.clone(), self.secret.clone()));
        }
        let config = Config {
            pool_name: self.name.unwrap_or_else(|| self.id.clone()),
            user_pool_id: self.id,
            secret: self.secret,
            pool_description: self.description.unwrap_or_default(),
            pool_logo: self.logo.unwrap_or_default(),
            token_lifetime: self.token_lifetime.unwrap_or(first.token_lifetime),
            apps: registered_apps(apps)?,
            oidc_apps,
            ..first.clone()
        };
        Ok((config, Seed { roles: self.roles, users: self.users, wechat_users: Vec::new() }))
    }
}

impl fmt::Debug for NewPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewPool").field("id", &self.id).finish_non_exhaustive()
    }
}
