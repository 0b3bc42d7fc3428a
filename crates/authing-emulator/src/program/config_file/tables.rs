//! The whole configuration file: its tables, and the options that they set.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::error::FileError;
use super::pool::{OidcApp, Pools, set};
use super::seeds::{Role, User, WechatUser};
use crate::program::builder::EmulatorBuilder;
use crate::program::listen_address::ListenAddress;
use crate::program::new_user::{NewRole, NewUser};
use crate::state::oauth_providers::NewOauthProvider;
use crate::state::provider::NewApp;
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

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct WeChat {
    app_id: Option<String>,
    app_secret: Option<String>,
    keep_session_keys: Option<bool>,
    users: Vec<WechatUser>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Account {
    username: String,
    password: String,
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

fn with_key(builder: EmulatorBuilder, key: Option<PathBuf>, path: &Path) -> Result<EmulatorBuilder, FileError> {
    let Some(key) = key else { return Ok(builder) };
    let pem = fs::read_to_string(&key).map_err(|source| FileError::Read { path: key, source })?;
    builder.password_key_pem(&pem).map_err(|error| FileError::PasswordKey { path: path.into(), source: error.into() })
}
