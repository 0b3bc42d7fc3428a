//! Mail: a code to reset a password, a link to verify an address. Both land in the inbox.

use authing_core::account::{SendResetPasswordEmail, SendVerifyEmail, VerifyResetPasswordVerifyCode};
use serde::Deserialize;
use serde_json::Value;

use super::resolver::{Call, Resolver, answers, done};
use crate::errors::{ErrorResponse, NO_SUCH_USER};
use crate::service::{messages, pools};
use crate::state::codes::Purpose;
use crate::state::users::Key;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<SendResetPasswordEmail>(send_reset_password),
    answers::<SendVerifyEmail>(send_verification),
    answers::<VerifyResetPasswordVerifyCode>(check_reset_code),
];

#[derive(Deserialize)]
struct ToAddress {
    client: String,
    email: String,
}

impl ToAddress {
    /// Mail goes to users only.
    fn of(call: &Call<'_>) -> Result<Self, ErrorResponse> {
        let request: Self = call.read()?;
        pools::check(call.world, &request.client)?;
        match call.world.state().users.find(Key::Email(&request.email)) {
            Some(_) => Ok(request),
            None => Err(NO_SUCH_USER),
        }
    }
}

fn send_reset_password(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let to = ToAddress::of(call)?;
    messages::send_email_code(call.world, Purpose::ResetPassword, &to.email);
    Ok(done("成功"))
}

fn send_verification(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let to = ToAddress::of(call)?;
    messages::send_email_code(call.world, Purpose::VerifyEmail, &to.email);
    Ok(done("发送验证邮件成功"))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CheckCode {
    client: String,
    email: String,
    verify_code: String,
}

/// Says whether the code is right; `changePassword` uses it up.
fn check_reset_code(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let check: CheckCode = call.read()?;
    pools::check(call.world, &check.client)?;
    let now = call.world.now();
    call.world.state().codes.check(Purpose::ResetPassword, &check.email, &check.verify_code, now)?;
    Ok(done("验证码正确"))
}
