//! A user's account: read it, change the password with a mailed code, give up the email address.

use authing_core::account;
use authing_core::account::{GetUploadToken, GetUser};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers};
use crate::errors::{ErrorResponse, LAST_WAY_IN, NO_EMAIL_BOUND, NO_SUCH_USER};
use crate::service::{passwords, pools};
use crate::state::users::Key;

/// The root fields of this area, and what answers them.
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
    call.caller.may_act_for(&asked.id)?;
    let state = call.world.state();
    state.users.find(Key::Id(&asked.id)).map(|user| user.to_json(call.pool())).ok_or(NO_SUCH_USER)
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
    let now = call.world.now();
    let mut state = call.world.state();
    let mut user = state.users.find_mut(Key::Id(&id)).ok_or(NO_SUCH_USER)?;
    if user.email.is_none() {
        return Err(NO_EMAIL_BOUND);
    }
    if !user.has_another_way_in() {
        return Err(LAST_WAY_IN);
    }
    user.email = None;
    user.email_verified = false;
    user.updated_at = now;
    let mut answer = user.to_json(call.pool());
    answer["email"] = json!("");
    Ok(answer)
}

/// Open to everybody: the Web client uploads a photo before its user has registered.
#[expect(clippy::unnecessary_wraps, reason = "it is one of the table of resolvers")]
fn upload_token(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let now = call.world.now();
    Ok(json!(call.world.state().uploads.issue_token(now)))
}
