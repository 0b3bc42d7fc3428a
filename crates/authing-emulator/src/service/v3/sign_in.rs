//! Sign-in without a redirect: by password, by a code, or with an account of a directory.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::{
    CLIENT_REJECTED, MFA_NEEDED, NO_SUCH_USER, RESET_NEEDED, USER_LOCKED, USER_SUSPENDED, V3Error,
    WRONG_ACCOUNT_OR_PASSWORD,
};
use super::pass_codes::{self, PassCodePayload};
use super::passwords::Encryption;
use super::{Outcome, Sender, captcha, input, sign_up};
use crate::service::captcha as login_failures;
use crate::service::directories::{self, Directory};
use crate::service::provider::tokens::DEFAULT_SCOPE;
use crate::service::provider::{login, scope, tokens};
use crate::state::provider::App;
use crate::state::users::{AppLogin, Key, Status, User};
use crate::state::v3::Channel;
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignIn {
    connection: Connection,
    password_payload: Option<PasswordPayload>,
    pass_code_payload: Option<PassCodePayload>,
    ldap_payload: Option<DirectoryPayload>,
    ad_payload: Option<DirectoryPayload>,
    #[serde(default, deserialize_with = "input::or_default")]
    options: Options,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Connection {
    Password,
    #[serde(rename = "PASSCODE")]
    PassCode,
    Ldap,
    Ad,
}

#[derive(Deserialize)]
struct PasswordPayload {
    password: String,
    account: Option<String>,
    email: Option<String>,
    username: Option<String>,
    phone: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DirectoryPayload {
    #[serde(rename = "sAMAccountName")]
    account: String,
    password: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Options {
    scope: Option<String>,
    client_ip: Option<String>,
    custom_data: Option<Map<String, Value>>,
    auto_register: Option<bool>,
    captcha_code: Option<String>,
    captcha_token: Option<String>,
    password_encrypt_type: Option<Encryption>,
}

/// A token set for the application, for a user who proves to be it.
pub(crate) fn by_credentials(world: &World, app: &App, sender: &Sender, request: &SignIn) -> Outcome {
    let options = &request.options;
    let (user_id, method) = match request.connection {
        Connection::Password => {
            let payload = request.password_payload.as_ref().ok_or_else(|| V3Error::malformed("passwordPayload"))?;
            (by_password(world, sender, payload, options)?, "PASSWORD")
        }
        Connection::PassCode => {
            let payload = request.pass_code_payload.as_ref().ok_or_else(|| V3Error::malformed("passCodePayload"))?;
            (by_pass_code(world, payload, options)?, "PASSCODE")
        }
        Connection::Ldap => {
            let payload = request.ldap_payload.as_ref().ok_or_else(|| V3Error::malformed("ldapPayload"))?;
            (by_directory(world, Directory::Ldap, payload, options)?, "LDAP")
        }
        Connection::Ad => {
            let payload = request.ad_payload.as_ref().ok_or_else(|| V3Error::malformed("adPayload"))?;
            (by_directory(world, Directory::ActiveDirectory, payload, options)?, "AD")
        }
    };
    finish(world, app, sender, &user_id, method, options)
}

/// Failures are counted by IP address, and too many of them ask for a captcha.
fn by_password(
    world: &World,
    sender: &Sender,
    payload: &PasswordPayload,
    options: &Options,
) -> Result<String, V3Error> {
    captcha::check(world, sender.ip, options.captcha_code.as_deref(), options.captcha_token.as_deref())?;
    let password = options.password_encrypt_type.unwrap_or_default().decrypt(world, &payload.password)?;
    let known = find(world, payload)?;
    let user = match known {
        None if options.auto_register == Some(true) => return register(world, payload, &password),
        known => known.filter(|user| user.password.as_ref().is_some_and(|hash| hash.matches(&password))),
    };
    let Some(user) = user else {
        login_failures::login_failed(world, sender.ip);
        return Err(WRONG_ACCOUNT_OR_PASSWORD);
    };
    login_failures::login_succeeded(world, sender.ip);
    if user.details.must_reset_password { Err(RESET_NEEDED) } else { Ok(user.id) }
}

fn find(world: &World, payload: &PasswordPayload) -> Result<Option<User>, V3Error> {
    let named = [
        payload.email.as_deref().map(Key::Email),
        payload.username.as_deref().map(Key::Username),
        payload.phone.as_deref().map(Key::Phone),
        payload.account.as_deref().map(Key::Email),
        payload.account.as_deref().map(Key::Username),
        payload.account.as_deref().map(Key::Phone),
    ];
    let keys: Vec<Key<'_>> = named.into_iter().flatten().collect();
    if keys.is_empty() {
        return Err(V3Error::malformed("passwordPayload"));
    }
    let state = world.state();
    Ok(keys.into_iter().find_map(|key| state.users.find(key)).cloned())
}

fn register(world: &World, payload: &PasswordPayload, password: &str) -> Result<String, V3Error> {
    let account = payload.account.as_deref();
    let is_email = |account: &&str| crate::service::rules::is_email(account);
    let new = sign_up::NewAccount {
        email: payload.email.as_deref().or(account.filter(is_email)),
        username: payload.username.as_deref().or(account.filter(|account| !is_email(account))),
        phone: None,
        phone_country_code: None,
        password: Some(Encryption::None.new_hash(world, password)?),
    };
    if payload.phone.is_some() {
        // A number needs a code.
        return Err(WRONG_ACCOUNT_OR_PASSWORD);
    }
    sign_up::add(world, new)
}

fn by_pass_code(world: &World, payload: &PassCodePayload, options: &Options) -> Result<String, V3Error> {
    let contact = payload.contact()?;
    let now = world.now();
    let known = {
        let mut state = world.state();
        let known = state.users.find(contact.key()).map(|user| user.id.clone());
        if known.is_none() && options.auto_register != Some(true) {
            return Err(NO_SUCH_USER);
        }
        pass_codes::redeem(&mut state, Channel::Login, &contact, &payload.pass_code, now)?;
        known
    };
    known.map_or_else(|| sign_up::add_proven(world, &contact, payload.phone_country_code.as_deref()), Ok)
}

fn by_directory(
    world: &World,
    directory: Directory,
    payload: &DirectoryPayload,
    options: &Options,
) -> Result<String, V3Error> {
    let password = options.password_encrypt_type.unwrap_or_default().decrypt(world, &payload.password)?;
    directories::admit(world, directory, &payload.account, &password).map_err(|_| WRONG_ACCOUNT_OR_PASSWORD)
}

/// A user who has proven to be it gets a token set, unless something stands in the way.
pub(super) fn finish(
    world: &World,
    app: &App,
    sender: &Sender,
    user_id: &str,
    method: &str,
    options: &Options,
) -> Outcome {
    check_may_log_in(world, user_id)?;
    let asked = options.scope.as_deref().unwrap_or(DEFAULT_SCOPE);
    let scope = scope::parse(asked).map_err(|_| V3Error::malformed("options.scope"))?;
    let ip = sender.user_ip(options.client_ip.as_deref());
    login::count(world, user_id, &ip)?;
    if let Some(mut user) = world.state().users.find_mut(Key::Id(user_id)) {
        let login = AppLogin {
            app_id: app.id.clone(),
            at: world.now(),
            ip,
            user_agent: sender.user_agent.clone(),
            method: method.to_owned(),
        };
        user.details.add_login(login);
        user.details.custom_data.extend(options.custom_data.clone().unwrap_or_default());
    }
    token_set(world, app, user_id, &scope)
}

fn check_may_log_in(world: &World, user_id: &str) -> Result<(), V3Error> {
    let state = world.state();
    let user = state.users.find(Key::Id(user_id)).ok_or(NO_SUCH_USER)?;
    match user.details.status {
        Status::Activated if user.blocked => return Err(USER_LOCKED),
        Status::Activated => {}
        _ => return Err(USER_SUSPENDED),
    }
    if user.mfa.as_ref().is_some_and(|mfa| mfa.enabled) {
        return Err(MFA_NEEDED);
    }
    Ok(())
}

/// Both spellings of the lifetime: the documentation says `expire_in`, and the mini-program's client reads `expires_in`.
fn token_set(world: &World, app: &App, user_id: &str, scope: &str) -> Outcome {
    let tokens = tokens::for_user(world, app, user_id, scope).map_err(|_| CLIENT_REJECTED)?;
    let mut data = json!(tokens);
    data["expire_in"] = data["expires_in"].clone();
    Ok(data)
}
