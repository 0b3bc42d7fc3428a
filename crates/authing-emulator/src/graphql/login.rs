//! `login` and `LoginByLDAP`. Both work whatever token the request carries: a stale one must not keep anybody out.

use serde::Deserialize;
use serde_json::Value;

use super::resolver::Call;
use crate::answers::{BAD_EMAIL, NO_IDENTITY, NO_PASSWORD_SET, NO_SUCH_USER, Refusal, USER_BLOCKED, WRONG_PASSWORD};
use crate::config::LdapAccount;
use crate::rules;
use crate::state::codes::Purpose;
use crate::state::users::{Key, User};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Login {
    register_in_client: String,
    email: Option<String>,
    username: Option<String>,
    phone: Option<String>,
    unionid: Option<String>,
    openid: Option<String>,
    password: Option<String>,
    phone_code: Option<i64>,
    #[serde(rename = "lastIP")]
    last_ip: Option<String>,
    browser: Option<String>,
}

impl Login {
    fn key(&self) -> Result<Key<'_>, Refusal> {
        if let Some(email) = &self.email {
            return if rules::is_email(email) { Ok(Key::Email(email)) } else { Err(BAD_EMAIL) };
        }
        let username = self.username.as_deref().map(Key::Username);
        let phone = self.phone.as_deref().map(Key::Phone);
        let unionid = self.unionid.as_deref().map(Key::UnionId);
        let openid = self.openid.as_deref().map(Key::OpenId);
        username.or(phone).or(unionid).or(openid).ok_or(NO_IDENTITY)
    }
}

pub(super) fn login(call: &Call<'_>) -> Result<Value, Refusal> {
    let login: Login = call.read()?;
    call.world.check_pool(&login.register_in_client)?;
    let user = call.world.state().users.find(login.key()?).cloned().ok_or(NO_SUCH_USER)?;
    if user.blocked {
        return Err(USER_BLOCKED);
    }
    prove(call.world, &login, &user)?;
    if let Some(browser) = login.browser
        && let Some(user) = call.world.state().users.find_mut(Key::Id(&user.id))
    {
        user.profile.insert("browser".into(), browser);
    }
    let ip = login.last_ip.unwrap_or_else(|| call.caller.ip.to_string());
    call.world.sign_in(&user.id, &ip)
}

/// Whoever logs in shows that they are this user: with an SMS code, a password, or an id that only a social login knows.
fn prove(world: &World, login: &Login, user: &User) -> Result<(), Refusal> {
    if let (Some(phone), Some(code)) = (&login.phone, login.phone_code) {
        return world.state().codes.redeem(Purpose::SmsLogin, phone, &code.to_string(), world.now());
    }
    if matches!(login.key()?, Key::UnionId(_) | Key::OpenId(_)) {
        return Ok(());
    }
    let hash = user.password.as_ref().ok_or(NO_PASSWORD_SET)?;
    let password = world.password_key.decrypt(login.password.as_deref().unwrap_or_default())?;
    if hash.matches(&password) { Ok(()) } else { Err(WRONG_PASSWORD) }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ByLdap {
    client_id: String,
    username: String,
    password: String,
}

/// The directory's account logs in; the pool gets a user for it at the first time. The password comes unencrypted.
pub(super) fn by_ldap(call: &Call<'_>) -> Result<Value, Refusal> {
    let login: ByLdap = call.read()?;
    call.world.check_pool(&login.client_id)?;
    let account = call.world.config.ldap_accounts.iter().find(|account| account.username == login.username);
    let account = account.ok_or(NO_SUCH_USER)?;
    if account.password != login.password {
        return Err(WRONG_PASSWORD);
    }
    let id = user_of_directory(call.world, account);
    call.world.sign_in(&id, &call.caller.ip.to_string())
}

/// Told from a user who chose the same name by how they registered.
fn user_of_directory(world: &World, account: &LdapAccount) -> String {
    const METHOD: &str = "ldap:default";
    let now = world.now();
    let mut state = world.state();
    let unionid = format!("ldap:{}", account.username);
    if let Some(user) = state.users.find(Key::UnionId(&unionid)) {
        return user.id.clone();
    }
    let mut user = User::new(state.new_id(now), METHOD, now);
    user.unionid = Some(unionid);
    if state.users.find(Key::Username(&account.username)).is_none() {
        user.username = Some(account.username.clone());
    }
    state.users.insert(user).id.clone()
}
