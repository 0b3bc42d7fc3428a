//! A user's account: read it, change the password with a mailed code, give up the email address.

use authing_core::account;
use authing_core::account::{GetUploadToken, GetUser};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::{ErrorResponse, NO_SUCH_USER};
use crate::service::{contacts, passwords, pools};
use crate::state::users::Key;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<account::ChangePassword>(change_password),
    answers::<GetUploadToken>(upload_token),
    answers::<account::UnbindEmail>(unbind_email),
    answers::<GetUser>(user),
];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OneUser {
    id: String,
    register_in_client: String,
}

fn user(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: OneUser = call.read()?;
    pools::check(call.world, &asked.register_in_client)?;
    let is_another = call.caller.may_read(&asked.id)?;
    let state = call.world.state();
    let user = state.users.find(Key::Id(&asked.id)).ok_or(NO_SUCH_USER)?;
    Ok(if is_another { user.to_public_json(call.pool()) } else { user.to_json(call.pool()) })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChangePassword {
    client: String,
    email: String,
    password: String,
    verify_code: String,
}

fn change_password(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let change: ChangePassword = call.read()?;
    pools::check(call.world, &change.client)?;
    passwords::reset(call.world, &change.email, &change.verify_code, &change.password)
}

#[derive(Deserialize)]
struct UnbindEmail {
    user: Option<String>,
    client: Option<String>,
}

fn unbind_email(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: UnbindEmail = call.read()?;
    pools::check(call.world, asked.client.as_deref().unwrap_or(call.pool()))?;
    let id = call.caller.target_user(asked.user)?;
    contacts::unbind_email(call.world, &id)
}

/// No login is needed: the Web client uploads a photo before its user has registered.
#[expect(clippy::unnecessary_wraps, reason = "it is one of the table of resolvers")]
fn upload_token(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let now = call.world.now();
    Ok(json!(call.world.state().uploads.issue_token(now)))
}
