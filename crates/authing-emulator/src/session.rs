//! Who is calling, and how somebody becomes a caller: the tokens of users and of the pool's owner.

use std::net::IpAddr;
use std::time::Duration;

use serde_json::{Value, json};

use crate::answers::{
    NO_SUCH_USER, NOT_ALLOWED, NOT_LOGGED_IN, NOT_YOURS, OK, Refusal, TOKEN_EXPIRED, TOKEN_INVALID, USER_BLOCKED,
};
use crate::clock::Timestamp;
use crate::crypto::token::{self, Claims, Subject};
use crate::state::users::{Key, LOGGED_OUT_AT, User};
use crate::world::World;

/// How long an owner's token lives.
const OWNER_TOKEN_LIFETIME: Duration = Duration::from_hours(24);

/// What the service says to a token that works.
pub(crate) const LOGGED_IN: &str = "已登录";

/// The user id in the owner's token: nobody of the pool.
const OWNER_ID: &str = "000000000000000000000001";

/// Whoever sent a request.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) identity: Identity,
    pub(crate) ip: IpAddr,
}

#[derive(Debug, Clone)]
pub(crate) enum Identity {
    Nobody,
    User {
        id: String,
        token: String,
    },
    Owner,
    /// A token that no longer works, or never did. Only a call that needs one minds.
    Refused {
        token: String,
        why: Refusal,
    },
}

impl Caller {
    pub(crate) fn new(world: &World, authorization: Option<&str>, ip: IpAddr) -> Self {
        Self { identity: Identity::of(world, bare(authorization)), ip }
    }

    /// The token as it was sent, good or not.
    pub(crate) fn token(&self) -> Option<&str> {
        match &self.identity {
            Identity::User { token, .. } | Identity::Refused { token, .. } => Some(token),
            Identity::Nobody | Identity::Owner => None,
        }
    }

    /// The user who is logged in.
    pub(crate) fn user(&self) -> Result<&str, Refusal> {
        match &self.identity {
            Identity::User { id, .. } => Ok(id),
            Identity::Owner => Err(NOT_ALLOWED),
            Identity::Nobody => Err(NOT_LOGGED_IN),
            Identity::Refused { why, .. } => Err(why.clone()),
        }
    }

    /// A user may act for themself, the pool's owner for anybody.
    pub(crate) fn may_act_for(&self, id: &str) -> Result<(), Refusal> {
        match &self.identity {
            Identity::Owner => Ok(()),
            _ if self.user()? == id => Ok(()),
            _ => Err(NOT_YOURS),
        }
    }

    /// What only the pool's owner may do.
    pub(crate) fn must_be_owner(&self) -> Result<(), Refusal> {
        if self.is_owner() { Ok(()) } else { Err(self.user().map_or_else(|why| why, |_| NOT_ALLOWED)) }
    }

    pub(crate) fn is_owner(&self) -> bool {
        matches!(self.identity, Identity::Owner)
    }
}

/// The token itself: the mini-program client's REST calls send it without `Bearer`, and an empty header when there is none.
fn bare(authorization: Option<&str>) -> Option<&str> {
    let text = authorization?.trim();
    let token = text.strip_prefix("Bearer").map_or(text, str::trim_start);
    (!token.is_empty()).then_some(token)
}

impl Identity {
    fn of(world: &World, token: Option<&str>) -> Self {
        let Some(token) = token else { return Self::Nobody };
        let refused = |why| Self::Refused { token: token.into(), why };
        if let Some(claims) = token::verify::<Claims>(token, &world.owner_key()) {
            let alive = world.now().seconds() < claims.exp;
            return if alive { Self::Owner } else { refused(TOKEN_EXPIRED) };
        }
        match world.inspect(token) {
            Ok(claims) => Self::User { id: claims.data.id, token: token.into() },
            Err(why) => refused(why),
        }
    }
}

impl World {
    /// The claims of a user's token that still works; 2206 or 2207 for one that does not. An access token of OpenID Connect
    /// serves as well: the published clients keep it in the other's place.
    pub(crate) fn inspect(&self, token: &str) -> Result<Claims, Refusal> {
        let Some(claims) = token::verify::<Claims>(token, &self.config.secret) else {
            let (access, user) = self.inspect_access_token(token)?;
            return Ok(Claims { data: self.subject(&user), iat: access.iat, exp: access.exp });
        };
        self.judge(&claims)?;
        Ok(claims)
    }

    /// Whether a token that says this still works.
    fn judge(&self, claims: &Claims) -> Result<(), Refusal> {
        if claims.data.client_id != self.config.user_pool_id {
            return Err(TOKEN_INVALID);
        }
        if self.now().seconds() >= claims.exp {
            return Err(TOKEN_EXPIRED);
        }
        match self.state().users.find(Key::Id(&claims.data.id)) {
            None => Err(TOKEN_INVALID),
            Some(user) if claims.iat <= user.revoked_through => Err(TOKEN_EXPIRED),
            Some(user) if user.blocked => Err(USER_BLOCKED),
            Some(_) => Ok(()),
        }
    }

    /// Counts a login, issues a token, and answers the user with it.
    pub(crate) fn sign_in(&self, id: &str, ip: &str) -> Result<Value, Refusal> {
        let now = self.now();
        let mut state = self.state();
        let login = state.new_id(now);
        let mut user = state.users.find_mut(Key::Id(id)).ok_or(NO_SUCH_USER)?;
        if user.blocked {
            return Err(USER_BLOCKED);
        }
        user.logins_count += 1;
        user.last_login = Some(now.iso());
        user.last_ip = Some(ip.to_owned());
        user.logins.add(login, now, ip);
        self.answer_with_token(&mut user)
    }

    /// The user with a fresh token.
    pub(crate) fn answer_with_token(&self, user: &mut User) -> Result<Value, Refusal> {
        // A token is told from a revoked one by its second of issue alone, so the first after a logout is a second later.
        let iat = self.now().seconds().max(user.revoked_through + 1);
        let exp = Timestamp::from_seconds(iat).plus(self.config.token_lifetime);
        let claims = Claims { data: self.subject(user), iat, exp: exp.seconds() };
        user.token_expired_at = Some(exp.iso());
        let mut answer = user.to_json(&self.config.user_pool_id);
        answer["token"] = json!(token::sign(&claims, &self.config.secret).map_err(|_| TOKEN_INVALID)?);
        user.remember(claims);
        Ok(answer)
    }

    fn subject(&self, user: &User) -> Subject {
        Subject {
            email: user.email.clone(),
            id: user.id.clone(),
            client_id: self.config.user_pool_id.clone(),
            unionid: user.unionid.clone(),
        }
    }

    /// Every token issued to this user so far stops working.
    pub(crate) fn revoke_tokens(&self, user: &mut User) {
        user.revoked_through = self.now().seconds().max(user.revoked_through + 1);
        user.token_expired_at = Some(LOGGED_OUT_AT.into());
    }

    pub(crate) fn owner_token(&self) -> Result<String, Refusal> {
        let now = self.now();
        let data =
            Subject { email: None, id: OWNER_ID.into(), client_id: self.config.user_pool_id.clone(), unionid: None };
        let exp = now.plus(OWNER_TOKEN_LIFETIME).seconds();
        token::sign(&Claims { data, iat: now.seconds(), exp }, &self.owner_key()).map_err(|_| TOKEN_INVALID)
    }

    /// Not the pool's secret itself, so that no verifier of users' tokens takes the owner for a user.
    fn owner_key(&self) -> String {
        format!("owner of {}: {}", self.config.user_pool_id, self.config.secret)
    }

    /// The code and message for a token that says this.
    pub(crate) fn status_of(&self, claims: &Claims) -> Value {
        match self.judge(claims) {
            Ok(()) => json!({ "code": OK, "message": LOGGED_IN }),
            Err(why) => json!({ "code": why.code, "message": why.message }),
        }
    }

    /// `checkLoginStatus` and `/authing/token`, which answer alike.
    pub(crate) fn login_status(&self, token: Option<&str>) -> Value {
        let Some(token) = token.filter(|token| !token.is_empty()) else {
            return json!({ "status": false, "code": NOT_LOGGED_IN.code, "message": "未登录", "token": null });
        };
        match self.inspect(token) {
            Ok(claims) => json!({ "status": true, "code": OK, "message": LOGGED_IN, "token": claims }),
            Err(why) => json!({ "status": false, "code": why.code, "message": why.message, "token": null }),
        }
    }
}
