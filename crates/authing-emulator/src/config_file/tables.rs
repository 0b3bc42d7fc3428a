//! The tables of the configuration file, as TOML has them, and what each of them sets.

use std::collections::BTreeMap;
use std::fs;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Deserializer, de};

use super::FileError;
use crate::builder::Builder;
use crate::seed::{NewBinding, NewRole, NewUser};
use crate::state::oauth::OauthProvider;
use crate::state::users::PROFILE;
use crate::state::wechat::NewPerson;

/// The whole file. What is left out stays as it was.
#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct File {
    listen: Option<SocketAddr>,
    allow_hosts: Vec<String>,
    password_key: Option<PathBuf>,
    import: Option<PathBuf>,
    export: Option<PathBuf>,
    pool: Pool,
    wechat: WeChat,
    ldap_accounts: Vec<Account>,
    ad_accounts: Vec<Account>,
    oidc_apps: Vec<OidcApp>,
    providers: Option<Vec<OauthProvider>>,
    roles: Vec<Role>,
    users: Vec<User>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Pool {
    id: Option<String>,
    secret: Option<String>,
    name: Option<String>,
    description: Option<String>,
    logo: Option<String>,
    token_lifetime_seconds: Option<NonZeroU32>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct WeChat {
    app_id: Option<String>,
    app_secret: Option<String>,
    keep_session_keys: Option<bool>,
    people: Vec<Person>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct Person {
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
    /// JSON, or whatever the pool writes there.
    permissions: Option<String>,
}

#[derive(Deserialize, Default)]
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
    pub(super) fn apply(self, builder: Builder, path: &Path) -> Result<Builder, FileError> {
        let beside = |named: PathBuf| path.parent().map_or(named.clone(), |folder| folder.join(&named));
        let mut builder = with_key(builder, self.password_key.map(beside), path)?;
        let config = &mut builder.config;
        set(&mut config.listen, self.listen);
        config.allowed_hosts.extend(self.allow_hosts);
        config.import = self.import.map(beside).or(config.import.take());
        config.export = self.export.map(beside).or(config.export.take());
        set(&mut config.user_pool_id, self.pool.id);
        set(&mut config.secret, self.pool.secret);
        set(&mut config.pool_name, self.pool.name);
        set(&mut config.pool_description, self.pool.description);
        set(&mut config.pool_logo, self.pool.logo);
        set(
            &mut config.token_lifetime,
            self.pool.token_lifetime_seconds.map(|seconds| Duration::from_secs(seconds.get().into())),
        );
        set(&mut config.wechat_app_id, self.wechat.app_id);
        set(&mut config.wechat_app_secret, self.wechat.app_secret);
        set(&mut config.rotate_session_keys, self.wechat.keep_session_keys.map(|keep| !keep));
        config.seed.people.extend(self.wechat.people.into_iter().map(NewPerson::from));
        config.seed.users.extend(self.users.into_iter().map(NewUser::from));
        config.seed.roles.extend(self.roles.into_iter().map(NewRole::from));
        set(&mut config.oauth_providers, self.providers);
        for account in self.ldap_accounts {
            builder = builder.ldap_account(account.username, account.password);
        }
        for account in self.ad_accounts {
            builder = builder.ad_account(account.username, account.password);
        }
        Ok(self.oidc_apps.into_iter().fold(builder, |builder, app| builder.oidc_app(app.id, app.secret)))
    }
}

fn set<T>(option: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *option = given;
    }
}

fn with_key(builder: Builder, key: Option<PathBuf>, path: &Path) -> Result<Builder, FileError> {
    let Some(key) = key else { return Ok(builder) };
    let pem = fs::read_to_string(&key).map_err(|source| FileError::Read { path: key, source })?;
    builder.password_key_pem(&pem).map_err(|error| FileError::PasswordKey { path: path.into(), source: error.into() })
}

impl From<Person> for NewPerson {
    fn from(person: Person) -> Self {
        Self {
            nick_name: person.nick_name,
            phone_number: person.phone_number,
            country_code: person.country_code,
            avatar_url: person.avatar_url,
            gender: person.gender,
            city: person.city,
            province: person.province,
            country: person.country,
            open_id: person.open_id,
            union_id: person.union_id,
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
