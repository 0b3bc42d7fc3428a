//! The tables of the configuration file, as TOML has them, and what each of them sets.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fmt, fs};

use serde::{Deserialize, Deserializer, de};

use super::error::FileError;
use crate::program::builder::EmulatorBuilder;
use crate::program::listen_address::ListenAddress;
use crate::program::new_pool::NewPool;
use crate::program::new_user::{NewBinding, NewRole, NewUser};
use crate::program::options::Options;
use crate::state::oauth_providers::NewOauthProvider;
use crate::state::provider::NewApp;
use crate::state::users::PROFILE;
use crate::state::wechat::NewWechatUser;

/// The whole file. What is left out stays as it was.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct File {
    listen: Option<ListenAddress>,
    allow_hosts: Vec<String>,
    password_key: Option<PathBuf>,
    key_file: Option<PathBuf>,
    import: Option<PathBuf>,
    export: Option<PathBuf>,
    pool: Pools,
    wechat: WeChat,
    ldap_accounts: Vec<Account>,
    ad_accounts: Vec<Account>,
    oidc_apps: Vec<OidcApp>,
    apps: Vec<NewApp>,
    providers: Option<Vec<NewOauthProvider>>,
    roles: Vec<Role>,
    users: Vec<User>,
}

/// `[pool]`, or `[[pool]]` several times.
#[derive(Default)]
struct Pools(Vec<Pool>);

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
struct Pool {
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

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct WeChat {
    app_id: Option<String>,
    app_secret: Option<String>,
    keep_session_keys: Option<bool>,
    users: Vec<WechatUser>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct WechatUser {
    open_id: Option<String>,
    union_id: Option<String>,
    nick_name: Option<String>,
    phone_number: Option<String>,
    country_code: Option<String>,
    avatar_url: Option<String>,
    gender: u8,
    city: String,
    province: String,
    country: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Account {
    username: String,
    password: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct OidcApp {
    id: String,
    secret: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Role {
    id: Option<String>,
    name: String,
    description: Option<String>,
    /// JSON, or any text that the pool uses.
    permissions: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct User {
    id: Option<String>,
    email: Option<String>,
    email_verified: bool,
    phone: Option<String>,
    phone_verified: bool,
    username: Option<String>,
    unionid: Option<String>,
    openid: Option<String>,
    password: Option<String>,
    blocked: bool,
    #[serde(deserialize_with = "profile")]
    profile: BTreeMap<String, String>,
    metadata: BTreeMap<String, String>,
    bindings: Vec<Binding>,
    roles: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Binding {
    provider: String,
    unionid: String,
    /// JSON, as the provider gave it.
    #[serde(default = "nothing")]
    user_info: String,
}

fn nothing() -> String {
    "{}".into()
}

/// The fields of a user's profile, named as on the wire.
fn profile<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    let profile = BTreeMap::<String, String>::deserialize(deserializer)?;
    match profile.keys().find(|name| !PROFILE.contains(&name.as_str())) {
        Some(unknown) => Err(de::Error::unknown_field(unknown, &PROFILE)),
        None => Ok(profile),
    }
}

impl File {
    pub(super) fn apply(self, builder: EmulatorBuilder, path: &Path) -> Result<EmulatorBuilder, FileError> {
        let beside = |named: PathBuf| path.parent().map_or(named.clone(), |folder| folder.join(&named));
        let mut builder = with_key(builder, self.password_key.map(beside), path)?;
        let options = &mut builder.options;
        set(&mut options.config.listen, self.listen.map(ListenAddress::socket_address));
        options.config.allowed_hosts.extend(self.allow_hosts);
        options.key_file = self.key_file.map(beside).or(options.key_file.take());
        options.import = self.import.map(beside).or(options.import.take());
        options.export = self.export.map(beside).or(options.export.take());
        let mut pools = self.pool.0.into_iter();
        if let Some(first) = pools.next() {
            first.apply(options);
        }
        for (number, pool) in (2..).zip(pools) {
            options.pools.push(pool.into_new(number, path)?);
        }
        set(&mut options.config.wechat_app_id, self.wechat.app_id);
        set(&mut options.config.wechat_app_secret, self.wechat.app_secret);
        set(&mut options.config.rotate_session_keys, self.wechat.keep_session_keys.map(|keep| !keep));
        options.apps.extend(self.apps);
        options.seed.wechat_users.extend(self.wechat.users.into_iter().map(NewWechatUser::from));
        options.seed.users.extend(self.users.into_iter().map(NewUser::from));
        options.seed.roles.extend(self.roles.into_iter().map(NewRole::from));
        set(&mut options.config.oauth_providers, self.providers);
        for account in self.ldap_accounts {
            builder = builder.ldap_account(account.username, account.password);
        }
        for account in self.ad_accounts {
            builder = builder.ad_account(account.username, account.password);
        }
        Ok(self.oidc_apps.into_iter().fold(builder, |builder, app| builder.oidc_app(app.id, app.secret)))
    }
}

impl Pool {
    /// The first pool takes the place of the default one.
    fn apply(self, options: &mut Options) {
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
    fn into_new(self, number: usize, path: &Path) -> Result<NewPool, FileError> {
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

fn set<T>(option: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *option = given;
    }
}

fn with_key(builder: EmulatorBuilder, key: Option<PathBuf>, path: &Path) -> Result<EmulatorBuilder, FileError> {
    let Some(key) = key else { return Ok(builder) };
    let pem = fs::read_to_string(&key).map_err(|source| FileError::Read { path: key, source })?;
    builder.password_key_pem(&pem).map_err(|error| FileError::PasswordKey { path: path.into(), source: error.into() })
}

impl From<WechatUser> for NewWechatUser {
    fn from(user: WechatUser) -> Self {
        Self {
            nick_name: user.nick_name,
            phone_number: user.phone_number,
            country_code: user.country_code,
            avatar_url: user.avatar_url,
            gender: user.gender,
            city: user.city,
            province: user.province,
            country: user.country,
            open_id: user.open_id,
            union_id: user.union_id,
        }
    }
}

impl From<Role> for NewRole {
    fn from(role: Role) -> Self {
        Self { id: role.id, name: role.name, description: role.description, permissions: role.permissions }
    }
}

impl From<User> for NewUser {
    fn from(user: User) -> Self {
        Self {
            id: user.id,
            email: user.email,
            email_verified: user.email_verified,
            phone: user.phone,
            phone_verified: user.phone_verified,
            username: user.username,
            unionid: user.unionid,
            openid: user.openid,
            password: user.password,
            blocked: user.blocked,
            profile: user.profile,
            metadata: user.metadata,
            roles: user.roles,
            bindings: user.bindings.into_iter().map(NewBinding::from).collect(),
        }
    }
}

impl From<Binding> for NewBinding {
    fn from(binding: Binding) -> Self {
        Self { provider: binding.provider, unionid: binding.unionid, user_info: binding.user_info }
    }
}
