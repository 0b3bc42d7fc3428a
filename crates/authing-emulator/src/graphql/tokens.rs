//! Tokens: the login status, the claims of a token, and the owner's token.

use authing_core::management::GetOwnerToken;
use authing_core::token::{CheckLoginStatus, DecodeToken};
use serde::Deserialize;
use serde_json::{Value, json};

use super::resolver::{Call, Resolver, answers, done};
use crate::errors::{ErrorResponse, NOT_ALLOWED, NOT_LOGGED_IN};
use crate::service::{pools, sessions};

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[
    answers::<CheckLoginStatus>(check_login_status),
    answers::<DecodeToken>(decode),
    answers::<GetOwnerToken>(owner),
    ("getAccessTokenByAppSecret", owner_token),
];

#[derive(Deserialize)]
struct Token {
    token: Option<String>,
}

/// The token given as an argument, else the one the request was sent with.
fn token_in_question(call: &Call<'_>) -> Result<Option<String>, ErrorResponse> {
    let Token { token } = call.read()?;
    Ok(token.or_else(|| call.caller.token().map(str::to_owned)))
}

fn check_login_status(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    Ok(sessions::login_status(call.world, token_in_question(call)?.as_deref()))
}

fn decode(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let inspected = match token_in_question(call)? {
        Some(token) => sessions::introspect(call.world, &token),
        None => Err(NOT_LOGGED_IN),
    };
    Ok(match inspected {
        // `iat` is text in the schema, `exp` a number.
        Ok(claims) => json!({
            "status": done("token 解析正常"),
            "data": claims.data,
            "iat": claims.iat.to_string(),
            "exp": claims.exp,
        }),
        Err(why) => json!({ "status": { "code": why.code, "message": why.message, "status": false } }),
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OwnerTokenArguments {
    secret: Option<String>,
    client_id: Option<String>,
}

fn owner(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    Ok(json!({ "accessToken": owner_token(call)?, "clientInfo": pools::settings(call.world) }))
}

/// The pool's secret gives the owner's token; the clients of 2018 and 2019 ask for it alone. A wrong secret is error 1001; the
/// service's documentation names no code.
fn owner_token(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    let asked: OwnerTokenArguments = call.read()?;
    pools::check(call.world, asked.client_id.as_deref().unwrap_or_default())?;
    if asked.secret.as_deref() != Some(call.world.config.secret.as_str()) {
        return Err(NOT_ALLOWED);
    }
    sessions::owner_token(call.world).map(Value::from)
}
