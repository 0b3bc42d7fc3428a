//! The pool's users, as the administrator manages them.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::{EMAIL_TAKEN, NO_SUCH_USER, PHONE_TAKEN, V3Error};
use super::page::{self, Page};
use super::passwords::{self, Encryption};
use super::profile::Fields;
use super::user_filter::Search;
use super::user_view::{self, With};
use super::{Outcome, account, departments, done, groups, identities, input, rights, roles, system};
use crate::crypto::password_hash::PasswordHash;
use crate::service::{rules, users as shared};
use crate::state::State;
use crate::state::users::{Identity, Key, Source, Status, User};
use crate::world::World;

/// How a user registered whom the administrator created.
const REGISTER_METHOD: &str = "import:manual";

/// How a `userId` names a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UserIdType {
    #[default]
    UserId,
    ExternalId,
    Phone,
    Email,
    Username,
    Identity,
    /// Accounts of a synchronization: there are none here.
    SyncRelation,
    /// A field of the customer's own: it names nobody here.
    CustomField,
}

/// A user whom a request names. Some requests have the type beside the id, some in the options.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Whom {
    user_id: String,
    user_id_type: Option<UserIdType>,
    options: Option<WhomOptions>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct WhomOptions {
    user_id_type: Option<UserIdType>,
}

impl Whom {
    pub(crate) fn by_id(id: &str) -> Self {
        Self { user_id: id.to_owned(), user_id_type: None, options: None }
    }

    pub(crate) fn find<'a>(&self, state: &'a State) -> Result<&'a User, V3Error> {
        let in_options = self.options.as_ref().and_then(|options| options.user_id_type);
        find(state, &self.user_id, self.user_id_type.or(in_options).unwrap_or_default())
    }

    pub(crate) fn id(&self, world: &World) -> Result<String, V3Error> {
        Ok(self.find(&world.state())?.id.clone())
    }
}

pub(crate) fn find<'a>(state: &'a State, id: &str, kind: UserIdType) -> Result<&'a User, V3Error> {
    let found = match kind {
        UserIdType::UserId => state.users.find(Key::Id(id)),
        UserIdType::ExternalId => state.users.find(Key::ExternalId(id)),
        UserIdType::Phone => state.users.find(Key::Phone(id)),
        UserIdType::Email => state.users.find(Key::Email(id)),
        UserIdType::Username => state.users.find(Key::Username(id)),
        UserIdType::Identity => by_identity(state, id),
        UserIdType::SyncRelation | UserIdType::CustomField => None,
    };
    found.ok_or(NO_SUCH_USER)
}

/// `<extIdpId>:<userIdInIdp>`.
fn by_identity<'a>(state: &'a State, text: &str) -> Option<&'a User> {
    let (provider, id) = text.split_once(':')?;
    let is_it = |identity: &Identity| identity.ext_idp_id == provider && identity.user_id_in_idp == id;
    state.users.iter().find(|user| identities::of(user).iter().any(is_it))
}

/// A page of the users that fit.
pub(crate) fn list(world: &World, request: &Search) -> Outcome {
    let options = &request.options;
    let state = world.state();
    let users = request.apply(&state)?;
    options.pagination.of(&users, |user| user_view::show(&state, user, options.with))
}

#[derive(Deserialize)]
pub(crate) struct Get {
    #[serde(flatten)]
    whom: Whom,
    #[serde(flatten)]
    with: With,
}

pub(crate) fn get(world: &World, request: &Get) -> Outcome {
    let state = world.state();
    Ok(user_view::show(&state, request.whom.find(&state)?, request.with))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GetBatch {
    #[serde(deserialize_with = "input::list")]
    user_ids: Vec<String>,
    user_id_type: Option<UserIdType>,
    #[serde(flatten)]
    with: With,
}

/// Those that are there: an id that names nobody is left out.
pub(crate) fn get_batch(world: &World, request: &GetBatch) -> Outcome {
    input::check_batch(&request.user_ids, "userIds")?;
    let state = world.state();
    let kind = request.user_id_type.unwrap_or_default();
    let found = request.user_ids.iter().filter_map(|id| find(&state, id, kind).ok());
    Ok(found.map(|user| user_view::show(&state, user, request.with)).collect())
}

/// What creates and updates a user beside the profile.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Account {
    status: Option<Status>,
    email: Option<String>,
    phone: Option<String>,
    phone_country_code: Option<String>,
    email_verified: Option<bool>,
    phone_verified: Option<bool>,
    password: Option<String>,
    department_ids: Option<Vec<String>>,
    identities: Option<Vec<NewIdentity>>,
    options: Option<AccountOptions>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewIdentity {
    ext_idp_id: String,
    provider: String,
    #[serde(rename = "type")]
    kind: String,
    user_id_in_idp: String,
    #[serde(default)]
    user_info_in_idp: Value,
    #[serde(default)]
    origin_conn_ids: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct AccountOptions {
    password_encrypt_type: Option<Encryption>,
    reset_password_on_first_login: Option<bool>,
    reset_password_on_next_login: Option<bool>,
}

impl Account {
    fn read(request: &Map<String, Value>) -> Result<Self, V3Error> {
        serde_json::from_value(Value::Object(request.clone())).map_err(|_| V3Error::malformed("status, email, phone"))
    }

    fn must_reset_password(&self) -> Option<bool> {
        let options = self.options.as_ref()?;
        options.reset_password_on_first_login.or(options.reset_password_on_next_login)
    }

    fn hash(&self, world: &World) -> Result<Option<PasswordHash>, V3Error> {
        let encryption = self.options.as_ref().and_then(|options| options.password_encrypt_type).unwrap_or_default();
        self.password.as_deref().map(|password| encryption.new_hash(world, password)).transpose()
    }

    fn check(&self, state: &State, own_id: Option<&str>) -> Result<(), V3Error> {
        if self.email.as_deref().is_some_and(|email| !rules::is_email(email)) {
            return Err(V3Error::malformed("email"));
        }
        if self.phone.as_deref().is_some_and(|phone| !rules::is_phone(phone)) {
            return Err(V3Error::malformed("phone"));
        }
        let is_taken = |key: Option<Key<'_>>| {
            key.and_then(|key| state.users.find(key)).is_some_and(|user| own_id != Some(user.id.as_str()))
        };
        if is_taken(self.email.as_deref().map(Key::Email)) {
            return Err(EMAIL_TAKEN);
        }
        if is_taken(self.phone.as_deref().map(Key::Phone)) {
            return Err(PHONE_TAKEN);
        }
        let departments = self.department_ids.as_deref().unwrap_or_default();
        match departments.iter().find(|id| state.v3.departments.find(id).is_none()) {
            Some(_) => Err(V3Error::not_found("departmentIds")),
            None => Ok(()),
        }
    }

    fn apply(&self, world: &World, user: &mut User, hash: Option<PasswordHash>) {
        user.email = self.email.clone().or_else(|| user.email.take());
        user.phone = self.phone.clone().or_else(|| user.phone.take());
        user.email_verified = self.email_verified.unwrap_or(user.email_verified);
        user.phone_verified = self.phone_verified.unwrap_or(user.phone_verified);
        if self.phone_country_code.is_some() {
            user.details.phone_country_code.clone_from(&self.phone_country_code);
        }
        if let Some(status) = self.status {
            user.set_status(status);
        }
        if let Some(hash) = hash {
            passwords::set(user, hash, world.now());
        }
        user.details.must_reset_password = self.must_reset_password().unwrap_or(user.details.must_reset_password);
    }
}

pub(crate) fn create(world: &World, request: &Map<String, Value>) -> Outcome {
    let id = add(world, request)?;
    let state = world.state();
    Ok(json!(state.users.find(Key::Id(&id)).map(|user| user_view::show(&state, user, With::default()))))
}

fn add(world: &World, request: &Map<String, Value>) -> Result<String, V3Error> {
    let account = Account::read(request)?;
    let hash = account.hash(world)?;
    let fields = Fields::new(request.clone());
    let now = world.now();
    let mut state = world.state();
    account.check(&state, None)?;
    fields.check(&state, None)?;
    let mut user = User::new(state.new_id(now), REGISTER_METHOD, now);
    user.details.source = Source::AdminCreated;
    account.apply(world, &mut user, hash);
    fields.apply(&mut user);
    for new in account.identities.unwrap_or_default() {
        user.details.identities.push(Identity {
            identity_id: state.new_id(now),
            ext_idp_id: new.ext_idp_id,
            provider: new.provider,
            kind: new.kind,
            user_id_in_idp: new.user_id_in_idp,
            user_info_in_idp: new.user_info_in_idp,
            origin_conn_ids: new.origin_conn_ids,
        });
    }
    let is_named = user.email.is_some()
        || user.phone.is_some()
        || user.username.is_some()
        || user.details.external_id.is_some()
        || !user.details.identities.is_empty();
    if !is_named {
        return Err(V3Error::malformed("email, phone, username, externalId"));
    }
    let id = state.users.insert(user).id.clone();
    for department in account.department_ids.unwrap_or_default() {
        if let Some(department) = state.v3.departments.find_mut(&department) {
            department.join(&id, now.iso());
        }
    }
    Ok(id)
}

#[derive(Deserialize)]
pub(crate) struct CreateBatch {
    list: Vec<Map<String, Value>>,
    options: Option<Value>,
}

/// All of them, or none if one cannot be.
pub(crate) fn create_batch(world: &World, request: &CreateBatch) -> Outcome {
    input::check_batch(&request.list, "list")?;
    let mut ids: Vec<String> = Vec::new();
    for new in &request.list {
        let mut new = new.clone();
        if let Some(options) = &request.options {
            new.insert("options".into(), options.clone());
        }
        match add(world, &new) {
            Ok(id) => ids.push(id),
            Err(error) => {
                // Those before it are taken back; there may be none.
                let _ = shared::remove(world, &ids);
                return Err(error);
            }
        }
    }
    let state = world.state();
    let created = ids.iter().filter_map(|id| state.users.find(Key::Id(id)));
    Ok(created.map(|user| user_view::show(&state, user, With::default())).collect())
}

pub(crate) fn update(world: &World, request: &Map<String, Value>) -> Outcome {
    let whom: Whom =
        serde_json::from_value(Value::Object(request.clone())).map_err(|_| V3Error::malformed("userId"))?;
    let account = Account::read(request)?;
    let hash = account.hash(world)?;
    let fields = Fields::new(request.clone());
    let mut state = world.state();
    let id = whom.find(&state)?.id.clone();
    account.check(&state, Some(&id))?;
    fields.check(&state, Some(&id))?;
    let mut user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    account.apply(world, &mut user, hash);
    fields.apply(&mut user);
    user.updated_at = world.now();
    drop(user);
    let user = state.users.find(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    Ok(user_view::show(&state, user, With::default()))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DeleteBatch {
    #[serde(deserialize_with = "input::list")]
    user_ids: Vec<String>,
    options: Option<WhomOptions>,
}

/// All of them, or none if one is not there.
pub(crate) fn delete_batch(world: &World, request: &DeleteBatch) -> Outcome {
    input::check_batch(&request.user_ids, "userIds")?;
    let kind = request.options.as_ref().and_then(|options| options.user_id_type).unwrap_or_default();
    let ids = {
        let state = world.state();
        let ids = request.user_ids.iter().map(|id| find(&state, id, kind).map(|user| user.id.clone()));
        ids.collect::<Result<Vec<_>, _>>()?
    };
    shared::remove(world, &ids).map_err(|_| NO_SUCH_USER)?;
    Ok(done())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Exists {
    username: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    external_id: Option<String>,
}

pub(crate) fn exists(world: &World, request: &Exists) -> Outcome {
    let keys = [
        request.username.as_deref().map(Key::Username),
        request.email.as_deref().map(Key::Email),
        request.phone.as_deref().map(Key::Phone),
        request.external_id.as_deref().map(Key::ExternalId),
    ];
    let keys: Vec<Key<'_>> = keys.into_iter().flatten().collect();
    if keys.is_empty() {
        return Err(V3Error::malformed("username, email, phone, externalId"));
    }
    let state = world.state();
    Ok(json!({ "exists": keys.into_iter().any(|key| state.users.find(key).is_some()) }))
}

pub(crate) fn identities_of(world: &World, whom: &Whom) -> Outcome {
    Ok(json!(identities::of(whom.find(&world.state())?)))
}

#[derive(Deserialize)]
pub(crate) struct InNamespace {
    #[serde(flatten)]
    whom: Whom,
    namespace: Option<String>,
}

pub(crate) fn roles_of(world: &World, request: &InNamespace) -> Outcome {
    let id = request.whom.id(world)?;
    Ok(page::whole(&roles::of_user(world, &id, request.namespace.as_deref())))
}

#[derive(Deserialize)]
pub(crate) struct Paged {
    #[serde(flatten)]
    whom: Whom,
    #[serde(flatten)]
    page: Page,
}

pub(crate) fn departments_of(world: &World, request: &Paged) -> Outcome {
    departments::of_user(world, &request.whom.id(world)?, request.page)
}

pub(crate) fn groups_of(world: &World, whom: &Whom) -> Outcome {
    Ok(page::whole(&groups::of_user(world, &whom.id(world)?)))
}

#[derive(Deserialize)]
pub(crate) struct LoginHistory {
    #[serde(flatten)]
    whom: Whom,
    #[serde(flatten)]
    wanted: account::LoginHistory,
}

pub(crate) fn login_history(world: &World, request: &LoginHistory) -> Outcome {
    account::history(world, &request.whom.id(world)?, &request.wanted, |login| {
        json!({
            "appId": login.app_id,
            "appName": system::app(world, &login.app_id, true)["appName"],
            "appLogo": "",
            "appLoginUrl": world.origin,
            "clientIp": login.ip,
            "userAgent": login.user_agent,
            "time": login.at.iso(),
        })
    })
}

#[derive(Deserialize)]
pub(crate) struct AuthorizedResources {
    #[serde(flatten)]
    whom: Whom,
    #[serde(flatten)]
    wanted: rights::Wanted,
}

pub(crate) fn authorized_resources(world: &World, request: &AuthorizedResources) -> Outcome {
    Ok(rights::of_user(world, &request.whom.id(world)?, &request.wanted))
}

#[derive(Deserialize)]
pub(crate) struct HasAnyRole {
    #[serde(flatten)]
    whom: Whom,
    roles: Vec<roles::Named>,
}

pub(crate) fn has_any_role(world: &World, request: &HasAnyRole) -> Outcome {
    let id = request.whom.id(world)?;
    Ok(json!({ "hasAnyRole": roles::has_any(world, &id, &request.roles) }))
}
