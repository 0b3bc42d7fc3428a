//! The users, WeChat users and roles that a configuration file names.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, de};

use crate::program::new_user::{NewBinding, NewRole, NewUser};
use crate::state::users::PROFILE;
use crate::state::wechat::NewWechatUser;

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct WechatUser {
    open_id: Option<String>,
    union_id: Option<String>,
    nick_name: Option<String>,
    phone_number: Option<String>,
    country_code: Option<String>,
    avatar_url: Option<String>,
    gender: u8,
    city: String,
    province: String,
    country: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Role {
    id: Option<String>,
    name: String,
    description: Option<String>,
    /// JSON, or any text that the pool uses.
    permissions: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct User {
    id: Option<String>,
    email: Option<String>,
    email_verified: bool,
    phone: Option<String>,
    phone_verified: bool,
    username: Option<String>,
    unionid: Option<String>,
    openid: Option<String>,
    password: Option<String>,
    blocked: bool,
    #[serde(deserialize_with = "profile")]
    profile: BTreeMap<String, String>,
    metadata: BTreeMap<String, String>,
    bindings: Vec<Binding>,
    roles: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Binding {
    provider: String,
    unionid: String,
    /// JSON, as the provider gave it.
    #[serde(default = "nothing")]
    user_info: String,
}

fn nothing() -> String {
    "{}".into()
}

/// The fields of a user's profile, named as on the wire.
fn profile<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    let profile = BTreeMap::<String, String>::deserialize(deserializer)?;
    match profile.keys().find(|name| !PROFILE.contains(&name.as_str())) {
        Some(unknown) => Err(de::Error::unknown_field(unknown, &PROFILE)),
        None => Ok(profile),
    }
}

impl From<WechatUser> for NewWechatUser {
    fn from(user: WechatUser) -> Self {
        Self {
            nick_name: user.nick_name,
            phone_number: user.phone_number,
            country_code: user.country_code,
            avatar_url: user.avatar_url,
            gender: user.gender,
            city: user.city,
            province: user.province,
            country: user.country,
            open_id: user.open_id,
            union_id: user.union_id,
        }
    }
}

impl From<Role> for NewRole {
    fn from(role: Role) -> Self {
        Self { id: role.id, name: role.name, description: role.description, permissions: role.permissions }
    }
}

impl From<User> for NewUser {
    fn from(user: User) -> Self {
        Self {
            id: user.id,
            email: user.email,
            email_verified: user.email_verified,
            phone: user.phone,
            phone_verified: user.phone_verified,
            username: user.username,
            unionid: user.unionid,
            openid: user.openid,
            password: user.password,
            blocked: user.blocked,
            profile: user.profile,
            metadata: user.metadata,
            roles: user.roles,
            bindings: user.bindings.into_iter().map(NewBinding::from).collect(),
        }
    }
}

impl From<Binding> for NewBinding {
    fn from(binding: Binding) -> Self {
        Self { provider: binding.provider, unionid: binding.unionid, user_info: binding.user_info }
    }
}
