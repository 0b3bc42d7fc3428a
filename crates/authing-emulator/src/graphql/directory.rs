//! Accounts of a directory outside the pool: LDAP, and an Active Directory behind a connector. Passwords come unencrypted.

use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::Call;
use crate::config::{DirectoryAccount, defaults};
use crate::errors::{ErrorResponse, NO_SUCH_APP, NO_SUCH_USER, WRONG_PASSWORD};
use crate::service::oidc;
use crate::service::pools;
use crate::service::sessions;
use crate::state::users::{Key, User};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ByLdap {
    client_id: String,
    username: String,
    password: String,
}

pub(super) fn log_in_by_ldap(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let login: ByLdap = call.read()?;
    pools::check(call.world, &login.client_id)?;
    log_in(call, "ldap", &call.world.config.ldap_accounts, &login.username, &login.password)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ByAd {
    username: String,
    password: String,
    ad_connector_id: String,
}

pub(super) fn log_in_by_ad(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let login: ByAd = call.read()?;
    if login.ad_connector_id != defaults::AD_CONNECTOR_ID {
        return Err(NO_SUCH_APP);
    }
    log_in(call, "ad", &call.world.config.ad_accounts, &login.username, &login.password)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Provider {
    provider_id: String,
    provider_type: String,
}

/// Every OIDC application logs in by the one connector; any other application by none.
pub(super) fn connector(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Provider = call.read()?;
    let is_oidc = asked.provider_type.eq_ignore_ascii_case("oidc");
    if !is_oidc || oidc::app(call.world, Some(&asked.provider_id)).is_err() {
        return Ok(Value::Null);
    }
    Ok(json!({ "_id": defaults::AD_CONNECTOR_ID, "name": "Emulated Active Directory", "logo": "", "status": true }))
}

/// The directory's account logs in; the pool gets a user for it at the first time.
fn log_in(
    call: &Call<'_>,
    directory: &str,
    accounts: &[DirectoryAccount],
    username: &str,
    password: &str,
) -> Result<Value, ErrorResponse> {
    let account = accounts.iter().find(|account| account.username == username).ok_or(NO_SUCH_USER)?;
    if account.password != password {
        return Err(WRONG_PASSWORD);
    }
    let id = user_of_directory(call.world, directory, account);
    sessions::issue_token(call.world, &id, &call.caller.ip.to_string())
}

/// Told from a user who chose the same name by an id that only the directory gives.
fn user_of_directory(world: &World, directory: &str, account: &DirectoryAccount) -> String {
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
