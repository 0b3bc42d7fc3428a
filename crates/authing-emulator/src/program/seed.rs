//! Who and what is there when an emulator starts: what a configuration file names.

use std::collections::BTreeMap;

use crate::clock::{Clock, Timestamp};
use crate::crypto::password_hash::PasswordHash;
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

#[derive(Clone)]
pub(crate) struct NewRole {
    pub(crate) id: Option<String>,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) permissions: Option<String>,
}

#[derive(Clone, Default)]
pub(crate) struct NewUser {
    pub(crate) id: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) email_verified: bool,
    pub(crate) phone: Option<String>,
    pub(crate) phone_verified: bool,
    pub(crate) username: Option<String>,
    pub(crate) unionid: Option<String>,
    pub(crate) openid: Option<String>,
    pub(crate) password: Option<String>,
    pub(crate) blocked: bool,
    pub(crate) profile: BTreeMap<String, String>,
    pub(crate) metadata: BTreeMap<String, String>,
    pub(crate) bindings: Vec<NewBinding>,
    /// By name.
    pub(crate) roles: Vec<String>,
}

#[derive(Clone)]
pub(crate) struct NewBinding {
    pub(crate) provider: String,
    pub(crate) unionid: String,
    pub(crate) user_info: String,
}

/// What was seeded contradicts itself. Users and people are counted from 1, in the order they were named.
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
    pub(crate) fn load(self, state: &mut State, pool: &str) -> Result<(), SeedError> {
        let now = Clock::default().now();
        for (role, new) in (1..).zip(&self.roles) {
            new.load(state, now).ok_or(SeedError::SameRole { role })?;
        }
        for (user, new) in (1..).zip(&self.users) {
            new.check(user, state)?;
            let id = new.load(state, pool, now);
            for role in &new.roles {
                assign(state, role, &id, now).ok_or_else(|| SeedError::NoSuchRole { user, role: role.clone() })?;
            }
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

/// `None`: there is no role of this name.
fn assign(state: &mut State, role: &str, user: &str, now: Timestamp) -> Option<()> {
    let role = state.roles.all().find(|known| known.name == role)?.id.clone();
    let id = state.new_id(now);
    state.roles.assign(Member { id, role, user: user.into(), created_at: now.iso() });
    Some(())
}

impl NewRole {
    /// `None`: there is such a role.
    fn load(&self, state: &mut State, now: Timestamp) -> Option<()> {
        let id = self.id.clone().unwrap_or_else(|| state.new_id(now));
        if state.roles.all().any(|known| known.id == id || known.name == self.name) {
            return None;
        }
        state.roles.add(Role {
            id,
            name: self.name.clone(),
            descriptions: self.description.clone(),
            permissions: self.permissions.clone(),
            created_at: now.iso(),
        });
        Some(())
    }
}

impl NewUser {
    fn check(&self, user: usize, state: &State) -> Result<(), SeedError> {
        if self.keys().all(|(what, _)| what == "id") {
            return Err(SeedError::Nameless { user });
        }
        if let Some((what, _)) = self.keys().find(|(_, key)| state.users.find(*key).is_some()) {
            return Err(SeedError::Taken { user, what });
        }
        if self.email.as_deref().is_some_and(|email| !rules::is_email(email)) {
            return Err(SeedError::Email { user });
        }
        match &self.password {
            Some(password) if password.chars().count() < rules::PASSWORD_MIN_CHARS => {
                Err(SeedError::ShortPassword { user })
            }
            _ => Ok(()),
        }
    }

    fn keys(&self) -> impl Iterator<Item = (&'static str, Key<'_>)> {
        let id = self.id.as_deref().map(|id| ("id", Key::Id(id)));
        let email = self.email.as_deref().map(|email| ("email", Key::Email(email)));
        let phone = self.phone.as_deref().map(|phone| ("phone", Key::Phone(phone)));
        let username = self.username.as_deref().map(|username| ("username", Key::Username(username)));
        let unionid = self.unionid.as_deref().map(|unionid| ("unionid", Key::UnionId(unionid)));
        let openid = self.openid.as_deref().map(|openid| ("openid", Key::OpenId(openid)));
        [id, email, phone, username, unionid, openid].into_iter().flatten()
    }

    fn load(&self, state: &mut State, pool: &str, now: Timestamp) -> String {
        let id = self.id.clone().unwrap_or_else(|| state.new_id(now));
        let bindings = self.bindings.iter().map(|new| new.of(&id, pool, state.new_id(now), now)).collect();
        let user = User {
            email: self.email.clone(),
            email_verified: self.email_verified,
            phone: self.phone.clone(),
            phone_verified: self.phone_verified,
            username: self.username.clone(),
            unionid: self.unionid.clone(),
            openid: self.openid.clone(),
            password: self.password.as_deref().map(PasswordHash::new),
            blocked: self.blocked,
            profile: self.profile.clone(),
            metadata: self.metadata.clone(),
            bindings,
            ..User::new(id, REGISTER_METHOD, now)
        };
        state.users.insert(user).id.clone()
    }
}

impl NewBinding {
    fn of(&self, user: &str, pool: &str, id: String, now: Timestamp) -> Binding {
        Binding {
            id,
            user: user.into(),
            client: pool.into(),
            provider: self.provider.clone(),
            unionid: self.unionid.clone(),
            user_info: self.user_info.clone(),
            created_at: now.iso(),
        }
    }
}
