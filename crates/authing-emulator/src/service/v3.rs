//! Today's REST service (V3): sign-in without a redirect, a user's own account, and the management of the pool, as functions over
//! the world.

pub(crate) mod access_key;
pub(crate) mod account;
pub(crate) mod captcha;
pub(crate) mod contact;
pub(crate) mod contact_changes;
pub(crate) mod contacts;
pub(crate) mod custom_data;
pub(crate) mod deletion;
pub(crate) mod department_identifier;
pub(crate) mod department_members;
pub(crate) mod departments;
pub(crate) mod error;
pub(crate) mod factors;
pub(crate) mod groups;
pub(crate) mod identities;
pub(crate) mod input;
pub(crate) mod members;
pub(crate) mod mobile;
pub(crate) mod organizations;
pub(crate) mod page;
pub(crate) mod pass_codes;
pub(crate) mod passwords;
pub(crate) mod profile;
pub(crate) mod qr;
pub(crate) mod resources;
pub(crate) mod rights;
pub(crate) mod roles;
pub(crate) mod sessions;
pub(crate) mod sign_in;
pub(crate) mod sign_up;
pub(crate) mod signature;
pub(crate) mod system;
pub(crate) mod user_account;
pub(crate) mod user_changes;
pub(crate) mod user_filter;
pub(crate) mod user_identifier;
pub(crate) mod user_relations;
pub(crate) mod user_view;
pub(crate) mod users;
pub(crate) mod views;
pub(crate) mod wechat;

use std::net::IpAddr;

use serde_json::Value;

use error::V3Error;

/// The `data` of a response; `null` for a response that has none.
pub(crate) type Outcome = Result<Value, V3Error>;

/// Where a request comes from.
#[derive(Clone, Debug)]
pub(crate) struct Sender {
    pub(crate) ip: IpAddr,
    /// `x-real-ip`: a back end names the address of its user.
    pub(crate) real_ip: Option<String>,
    pub(crate) user_agent: String,
}

impl Sender {
    /// The user's address, as the login history has it.
    pub(crate) fn user_ip(&self, named: Option<&str>) -> String {
        named.or(self.real_ip.as_deref()).map_or_else(|| self.ip.to_string(), str::to_owned)
    }
}

/// A user who is signed in to an application.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn {
    pub(crate) user_id: String,
    pub(crate) app_id: String,
    pub(crate) sender: Sender,
}

/// The data of a change that has nothing else to say.
pub(crate) fn done() -> Value {
    serde_json::json!({ "success": true })
}
