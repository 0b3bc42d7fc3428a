//! The roles and users that are there when an emulator starts, or that a program adds later.

use crate::clock::{Clock, Timestamp};
use crate::crypto::password_hash::PasswordHash;
use crate::program::new_user::{NewBinding, NewRole, NewUser};
use crate::service::rules;
use crate::state::State;
use crate::state::roles::{Member, Role};
use crate::state::users::{Binding, Key, User};
use crate::state::wechat::NewWechatUser;

/// How a seeded user registered: by the pool's owner.
const REGISTER_METHOD: &str = "import:manual";

/// What to begin with. It holds passwords as they were written, so it has no `Debug`.
#[derive(Clone, Default)]
pub(crate) struct Seed {
    pub(crate) roles: Vec<NewRole>,
    pub(crate) users: Vec<NewUser>,
    pub(crate) wechat_users: Vec<NewWechatUser>,
}

/// Seeds that contradict themselves or each other. Roles, users and WeChat users are counted from 1, in the order in which they were
/// named.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SeedError {
    /// Nothing to tell the user by.
    #[error("user {user} has neither email, phone, username, unionid nor openid: give one")]
    Nameless {
        /// Which of the users.
        user: usize,
    },
    /// What names one user also names another.
    #[error("user {user} has the {what} of a user before: give each their own")]
    Taken {
        /// Which of the users.
        user: usize,
        /// What both have.
        what: &'static str,
    },
    /// A user cannot have a role that is not there.
    #[error("user {user} has a role that is not there: {role}")]
    NoSuchRole {
        /// Which of the users.
        user: usize,
        /// The name given.
        role: String,
    },
    /// Two roles cannot be told apart.
    #[error("role {role} has the name or id of a role before: give each its own")]
    SameRole {
        /// Which of the roles, counted from 1.
        role: usize,
    },
    /// Two WeChat users have one openid.
    #[error("WeChat user {user} has the openid of a user before: give each their own")]
    SameWechatUser {
        /// Which of the WeChat users.
        user: usize,
    },
    /// Not an email address.
    #[error("the email of user {user} is not an email address")]
    Email {
        /// Which of the users.
        user: usize,
    },
    /// The password could not be set by a user, either.
    #[error("the password of user {user} is shorter than {} characters", rules::PASSWORD_MIN_CHARS)]
    ShortPassword {
        /// Which of the users.
        user: usize,
    },
}

impl Seed {
    pub(super) fn load(self, state: &mut State, pool: &str) -> Result<(), SeedError> {
        let now = Clock::default().now();
        for (number, role) in (1..).zip(&self.roles) {
            add_role(state, role, number, now)?;
        }
        for (number, user) in (1..).zip(&self.users) {
            add_user(state, user, number, pool, now)?;
        }
        for (user, new) in (1..).zip(self.wechat_users) {
            if new.open_id.as_deref().is_some_and(|open_id| state.wechat.user(open_id).is_some()) {
                return Err(SeedError::SameWechatUser { user });
            }
            state.wechat.add(new);
        }
        Ok(())
    }
}

/// Adds a user with their roles; the id. An error has changed nothing.
pub(super) fn add_user(
    state: &mut State,
    new: &NewUser,
    number: usize,
    pool: &str,
    now: Timestamp,
) -> Result<String, SeedError> {
    check(new, number, state)?;
    let id = insert(new, state, pool, now);
    for role in &new.roles {
        // They have been checked.
        assign(state, role, &id, now);
    }
    Ok(id)
}

/// Adds a role; the id.
pub(super) fn add_role(state: &mut State, new: &NewRole, number: usize, now: Timestamp) -> Result<String, SeedError> {
    let id = new.id.clone().unwrap_or_else(|| state.new_id(now));
    if state.roles.all().any(|known| known.id == id || known.name == new.name) {
        return Err(SeedError::SameRole { role: number });
    }
    state.roles.add(Role {
        id: id.clone(),
        name: new.name.clone(),
        descriptions: new.description.clone(),
        permissions: new.permissions.clone(),
        created_at: now.iso(),
    });
    Ok(id)
}

fn assign(state: &mut State, role: &str, user: &str, now: Timestamp) {
    let Some(role) = state.roles.all().find(|known| known.name == role).map(|role| role.id.clone()) else { return };
    let id = state.new_id(now);
    state.roles.assign(Member { id, role, user: user.into(), created_at: now.iso() });
}

fn check(new: &NewUser, user: usize, state: &State) -> Result<(), SeedError> {
    if keys(new).all(|(what, _)| what == "id") {
        return Err(SeedError::Nameless { user });
    }
    if let Some((what, _)) = keys(new).find(|(_, key)| state.users.find(*key).is_some()) {
        return Err(SeedError::Taken { user, what });
    }
    if new.email.as_deref().is_some_and(|email| !rules::is_email(email)) {
        return Err(SeedError::Email { user });
    }
    if let Some(role) = new.roles.iter().find(|role| state.roles.all().all(|known| known.name != **role)) {
        return Err(SeedError::NoSuchRole { user, role: role.clone() });
    }
    match &new.password {
        Some(password) if password.chars().count() < rules::PASSWORD_MIN_CHARS => {
            Err(SeedError::ShortPassword { user })
        }
        _ => Ok(()),
    }
}

fn keys(new: &NewUser) -> impl Iterator<Item = (&'static str, Key<'_>)> {
    let id = new.id.as_deref().map(|id| ("id", Key::Id(id)));
    let email = new.email.as_deref().map(|email| ("email", Key::Email(email)));
    let phone = new.phone.as_deref().map(|phone| ("phone", Key::Phone(phone)));
    let username = new.username.as_deref().map(|username| ("username", Key::Username(username)));
    let unionid = new.unionid.as_deref().map(|unionid| ("unionid", Key::UnionId(unionid)));
    let openid = new.openid.as_deref().map(|openid| ("openid", Key::OpenId(openid)));
    [id, email, phone, username, unionid, openid].into_iter().flatten()
}

fn insert(new: &NewUser, state: &mut State, pool: &str, now: Timestamp) -> String {
    let id = new.id.clone().unwrap_or_else(|| state.new_id(now));
    let bindings = new.bindings.iter().map(|new| binding(new, &id, pool, state.new_id(now), now)).collect();
    let user = User {
        email: new.email.clone(),
        email_verified: new.email_verified,
        phone: new.phone.clone(),
        phone_verified: new.phone_verified,
        username: new.username.clone(),
        unionid: new.unionid.clone(),
        openid: new.openid.clone(),
        password: new.password.as_deref().map(PasswordHash::new),
        blocked: new.blocked,
        profile: new.profile.clone(),
        metadata: new.metadata.clone(),
        bindings,
        ..User::new(id, REGISTER_METHOD, now)
    };
    state.users.insert(user).id.clone()
}

fn binding(new: &NewBinding, user: &str, pool: &str, id: String, now: Timestamp) -> Binding {
    Binding {
        id,
        user: user.into(),
        client: pool.into(),
        provider: new.provider.clone(),
        unionid: new.unionid.clone(),
        user_info: new.user_info.clone(),
        created_at: now.iso(),
    }
}
