//! Directories outside the pool: an account of one logs in, and becomes a user of the pool.

use std::net::IpAddr;

use serde_json::Value;

use crate::config::DirectoryAccount;
use crate::errors::{ErrorResponse, NO_SUCH_USER, WRONG_PASSWORD};
use crate::service::sessions;
use crate::state::users::{Key, User};
use crate::world::World;

#[derive(Clone, Copy, Debug)]
pub(crate) enum Directory {
    Ldap,
    ActiveDirectory,
}

impl Directory {
    fn accounts(self, world: &World) -> &[DirectoryAccount] {
        match self {
            Self::Ldap => &world.config.ldap_accounts,
            Self::ActiveDirectory => &world.config.ad_accounts,
        }
    }

    /// The prefix of the ids that it gives.
    fn prefix(self) -> &'static str {
        match self {
            Self::Ldap => "ldap",
            Self::ActiveDirectory => "ad",
        }
    }
}

/// The directory's account logs in.
pub(crate) fn log_in(
    world: &World,
    directory: Directory,
    username: &str,
    password: &str,
    ip: IpAddr,
) -> Result<Value, ErrorResponse> {
    let id = admit(world, directory, username, password)?;
    sessions::issue_token(world, &id, &ip.to_string())
}

/// The id of the account's user: the pool gets one at the first time.
pub(crate) fn admit(
    world: &World,
    directory: Directory,
    username: &str,
    password: &str,
) -> Result<String, ErrorResponse> {
    let mut accounts = directory.accounts(world).iter();
    let account = accounts.find(|account| account.username == username).ok_or(NO_SUCH_USER)?;
    if account.password != password {
        return Err(WRONG_PASSWORD);
    }
    Ok(user_of(world, directory.prefix(), account))
}

/// Told from a user who chose the same name by an id that only the directory gives.
fn user_of(world: &World, directory: &str, account: &DirectoryAccount) -> String {
    let now = world.now();
    let mut state = world.state();
    let unionid = format!("{directory}:{}", account.username);
    if let Some(user) = state.users.find(Key::UnionId(&unionid)) {
        return user.id.clone();
    }
    let mut user = User::new(state.new_id(now), &format!("{directory}:default"), now);
    user.unionid = Some(unionid);
    if state.users.find(Key::Username(&account.username)).is_none() {
        user.username = Some(account.username.clone());
    }
    state.users.insert(user).id.clone()
}
