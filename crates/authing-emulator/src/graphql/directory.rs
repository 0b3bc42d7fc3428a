//! Accounts of a directory outside the pool: LDAP, and an Active Directory behind a connector. Passwords come unencrypted.

use authing_core::login::{GetAdConnector, LoginByAd, LoginByLdap};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::config::defaults;
use crate::errors::{ErrorResponse, NO_SUCH_APP};
use crate::service::directories::{self, Directory};
use crate::service::{oidc, pools};

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] =
    &[answers::<LoginByLdap>(log_in_by_ldap), answers::<GetAdConnector>(connector), answers::<LoginByAd>(log_in_by_ad)];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ByLdap {
    client_id: String,
    username: String,
    password: String,
}

fn log_in_by_ldap(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let login: ByLdap = call.read()?;
    pools::check(call.world, &login.client_id)?;
    directories::log_in(call.world, Directory::Ldap, &login.username, &login.password, call.caller.ip)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ByAd {
    username: String,
    password: String,
    ad_connector_id: String,
}

fn log_in_by_ad(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let login: ByAd = call.read()?;
    if login.ad_connector_id != defaults::AD_CONNECTOR_ID {
        return Err(NO_SUCH_APP);
    }
    directories::log_in(call.world, Directory::ActiveDirectory, &login.username, &login.password, call.caller.ip)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Provider {
    provider_id: String,
    provider_type: String,
}

/// Every OIDC application logs in by the one connector; any other application by none.
fn connector(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: Provider = call.read()?;
    let is_oidc = asked.provider_type.eq_ignore_ascii_case("oidc");
    if !is_oidc || oidc::app(call.world, Some(&asked.provider_id)).is_err() {
        return Ok(Value::Null);
    }
    Ok(json!({ "_id": defaults::AD_CONNECTOR_ID, "name": "Emulated Active Directory", "logo": "", "status": true }))
}
