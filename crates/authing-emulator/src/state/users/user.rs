//! One user of the pool.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::clock::Timestamp;
use crate::crypto::password_hash::PasswordHash;
use crate::crypto::token::Claims;
use crate::state::logins::Logins;
use crate::state::mfa::Mfa;
use crate::state::users::details::{Details, Status};

/// The profile: plain text that a user may write and the service only keeps.
pub(crate) const PROFILE: [&str; 23] = [
    "nickname",
    "company",
    "photo",
    "browser",
    "device",
    "name",
    "givenName",
    "familyName",
    "middleName",
    "profile",
    "preferredUsername",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
    "address",
    "formatted",
    "streetAddress",
    "locality",
    "region",
    "postalCode",
    "country",
];

/// The fields that a user may read of another user: no contact data, no credentials.
const PUBLIC: [&str; 10] = [
    "_id",
    "username",
    "nickname",
    "photo",
    "company",
    "website",
    "registerInClient",
    "signedUp",
    "isDeleted",
    "thirdPartyIdentity",
];

/// For how many tokens of each user the claims are kept, for the page and the control API.
const REMEMBERED_TOKENS: usize = 5;

/// The `tokenExpiredAt` of a user who has logged out.
pub(crate) const LOGGED_OUT_AT: &str = "2000-01-01T00:00:00+08:00";

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) email: Option<String>,
    pub(crate) email_verified: bool,
    pub(crate) phone: Option<String>,
    pub(crate) phone_verified: bool,
    pub(crate) username: Option<String>,
    pub(crate) unionid: Option<String>,
    pub(crate) openid: Option<String>,
    pub(crate) password: Option<PasswordHash>,
    pub(crate) profile: BTreeMap<String, String>,
    pub(crate) metadata: BTreeMap<String, String>,
    pub(crate) bindings: Vec<Binding>,
    pub(crate) register_method: String,
    pub(crate) oauth: Option<String>,
    pub(crate) logins_count: u32,
    /// A date as text: an importing owner may give any.
    pub(crate) last_login: Option<String>,
    pub(crate) last_ip: Option<String>,
    #[serde(default)]
    pub(crate) logins: Logins,
    pub(crate) signed_up: String,
    pub(crate) updated_at: Timestamp,
    pub(crate) blocked: bool,
    pub(crate) token_expired_at: Option<String>,
    /// Tokens issued up to this second were revoked by a logout.
    pub(crate) revoked_through: i64,
    #[serde(default)]
    pub(crate) mfa: Option<Mfa>,
    #[serde(default)]
    pub(crate) details: Details,
    /// What the latest tokens say, newest first; not the tokens themselves.
    pub(crate) issued: VecDeque<Claims>,
}

/// A third-party account bound to a user.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Binding {
    #[serde(rename = "_id")]
    pub(crate) id: String,
    pub(crate) user: String,
    pub(crate) client: String,
    #[serde(rename = "type")]
    pub(crate) provider: String,
    pub(crate) unionid: String,
    pub(crate) user_info: String,
    pub(crate) created_at: String,
}

impl User {
    /// A name to tell the user from others by: the first that there is.
    pub(crate) fn label(&self) -> &str {
        [&self.email, &self.username, &self.phone].into_iter().flatten().next().unwrap_or(&self.id)
    }

    pub(crate) fn new(id: String, register_method: &str, now: Timestamp) -> Self {
        Self {
            id,
            email: None,
            email_verified: false,
            phone: None,
            phone_verified: false,
            username: None,
            unionid: None,
            openid: None,
            password: None,
            profile: BTreeMap::new(),
            metadata: BTreeMap::new(),
            bindings: Vec::new(),
            register_method: register_method.into(),
            oauth: None,
            logins_count: 0,
            last_login: None,
            last_ip: None,
            logins: Logins::default(),
            signed_up: now.iso(),
            updated_at: now,
            blocked: false,
            token_expired_at: None,
            revoked_through: 0,
            mfa: None,
            details: Details::default(),
            issued: VecDeque::new(),
        }
    }

    /// Remembers what a new token says.
    pub(crate) fn remember(&mut self, claims: Claims) {
        self.issued.push_front(claims);
        self.issued.truncate(REMEMBERED_TOKENS);
    }

    /// Takes every profile field that `fields` gives as text.
    pub(crate) fn set_profile(&mut self, fields: &Map<String, Value>) {
        for name in PROFILE {
            if let Some(text) = fields.get(name).and_then(Value::as_str) {
                self.profile.insert(name.into(), text.into());
            }
        }
    }

    /// The owner of 2020 blocks a user; today's suspends one.
    pub(crate) fn status(&self) -> Status {
        match self.details.status {
            Status::Activated if self.blocked => Status::Suspended,
            status => status,
        }
    }

    pub(crate) fn set_status(&mut self, status: Status) {
        self.details.status = status;
        self.blocked = status != Status::Activated;
    }

    /// Whether the user could still log in without an email address.
    pub(crate) fn has_another_way_in(&self) -> bool {
        self.phone.is_some()
            || (self.username.is_some() && self.password.is_some())
            || self.unionid.is_some()
            || self.openid.is_some()
            || !self.bindings.is_empty()
    }

    /// The user as the service writes it. The password's hash and salt stay where they are, and a token is shown only to
    /// whom it was just given.
    pub(crate) fn to_json(&self, pool: &str) -> Value {
        let mut user = json!({
            "_id": self.id,
            "email": self.email,
            "emailVerified": self.email_verified,
            "phone": self.phone,
            "phoneVerified": self.phone_verified,
            "username": self.username,
            "unionid": self.unionid,
            "openid": self.openid,
            "registerInClient": pool,
            "registerMethod": self.register_method,
            "oauth": self.oauth,
            "token": null,
            "tokenExpiredAt": self.token_expired_at,
            "loginsCount": self.logins_count,
            "lastLogin": self.last_login,
            "lastIP": self.last_ip,
            "signedUp": self.signed_up,
            "updatedAt": self.updated_at.iso(),
            "blocked": self.blocked,
            "isDeleted": false,
            "metadata": self.metadata_json(),
            "thirdPartyIdentity": {},
            "userLocation": [],
            "userLoginHistory": self.logins.to_json(),
        });
        for name in PROFILE {
            user[name] = json!(self.profile.get(name));
        }
        user
    }

    /// The part of a user that another user of the pool may read. The rest is null.
    pub(crate) fn to_public_json(&self, pool: &str) -> Value {
        let mut user = self.to_json(pool);
        if let Value::Object(fields) = &mut user {
            fields.retain(|name, _| PUBLIC.contains(&name.as_str()));
        }
        user
    }

    fn metadata_json(&self) -> Option<String> {
        (!self.metadata.is_empty()).then(|| json!(self.metadata).to_string())
    }
}

/// One of the ways to name a user.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key<'a> {
    Id(&'a str),
    Email(&'a str),
    Phone(&'a str),
    Username(&'a str),
    UnionId(&'a str),
    OpenId(&'a str),
    ExternalId(&'a str),
}
