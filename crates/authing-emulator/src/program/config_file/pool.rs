//! The pools that a configuration file names: `[pool]`, or `[[pool]]` several times.

use std::fmt;
use std::num::NonZeroU32;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Deserializer, de};

use super::error::FileError;
use super::seeds::{Role, User};
use crate::program::new_pool::NewPool;
use crate::program::new_user::{NewRole, NewUser};
use crate::program::options::Options;
use crate::state::provider::NewApp;

/// One table, or an array of tables.
#[derive(Default)]
pub(super) struct Pools(pub(super) Vec<Pool>);

impl<'de> Deserialize<'de> for Pools {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMany;

        impl<'de> de::Visitor<'de> for OneOrMany {
            type Value = Pools;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table or an array of tables")
            }

            fn visit_map<M: de::MapAccess<'de>>(self, map: M) -> Result<Pools, M::Error> {
                Pool::deserialize(de::value::MapAccessDeserializer::new(map)).map(|pool| Pools(vec![pool]))
            }

            fn visit_seq<S: de::SeqAccess<'de>>(self, seq: S) -> Result<Pools, S::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(seq)).map(Pools)
            }
        }

        deserializer.deserialize_any(OneOrMany)
    }
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct Pool {
    id: Option<String>,
    secret: Option<String>,
    name: Option<String>,
    description: Option<String>,
    logo: Option<String>,
    token_lifetime_seconds: Option<NonZeroU32>,
    roles: Vec<Role>,
    users: Vec<User>,
    apps: Vec<NewApp>,
    oidc_apps: Vec<OidcApp>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct OidcApp {
    pub(super) id: String,
    pub(super) secret: String,
}

impl Pool {
    /// The first pool takes the place of the default one.
    pub(super) fn apply(self, options: &mut Options) {
        let lifetime = self.lifetime();
        let config = &mut options.config;
        set(&mut config.user_pool_id, self.id);
        set(&mut config.secret, self.secret);
        set(&mut config.pool_name, self.name);
        set(&mut config.pool_description, self.description);
        set(&mut config.pool_logo, self.logo);
        set(&mut config.token_lifetime, lifetime);
        config.oidc_apps.extend(self.oidc_apps.into_iter().map(|app| crate::config::OidcApp::new(app.id, app.secret)));
        options.apps.extend(self.apps);
        options.seed.users.extend(self.users.into_iter().map(NewUser::from));
        options.seed.roles.extend(self.roles.into_iter().map(NewRole::from));
    }

    /// A pool beside the first.
    pub(super) fn into_new(self, number: usize, path: &Path) -> Result<NewPool, FileError> {
        let token_lifetime = self.lifetime();
        let (Some(id), Some(secret)) = (self.id, self.secret) else {
            return Err(FileError::Pool { path: path.into(), number });
        };
        let mut pool = NewPool::new(id, secret);
        (pool.name, pool.description, pool.logo) = (self.name, self.description, self.logo);
        pool.token_lifetime = token_lifetime;
        pool.roles = self.roles.into_iter().map(NewRole::from).collect();
        pool.users = self.users.into_iter().map(NewUser::from).collect();
        pool.apps = self.apps;
        pool.oidc_apps = self.oidc_apps.into_iter().map(|app| (app.id, app.secret)).collect();
        Ok(pool)
    }

    fn lifetime(&self) -> Option<Duration> {
        self.token_lifetime_seconds.map(|seconds| Duration::from_secs(seconds.get().into()))
    }
}

/// Sets an option that the file gives.
pub(super) fn set<T>(option: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *option = given;
    }
}
