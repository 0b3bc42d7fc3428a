//! The server. It keeps a `UserPool`; each request gets a client of its own.

use authing_core::account::{Profile, Register, Update};
use authing_core::types::{Page, User};
use authing_core::{OneTimeCode, Password, Phone, Token, UploadFile};
use authing_reqwest::UserPool;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::me::{Admin, Me};

type Response = Result<Json<Value>, Failure>;

pub(crate) fn router(pool: UserPool) -> Router {
    Router::new()
        .route("/register/code", post(send_register_code))
        .route("/register", post(register))
        .route("/login/code", post(send_login_code))
        .route("/login", post(log_in))
        .route("/me", get(me).patch(rename))
        .route("/me/avatar", put(change_avatar))
        .route("/logout", post(log_out))
        .route("/users", get(users))
        .with_state(pool)
}

#[derive(Deserialize)]
struct SendCode {
    phone: String,
}

async fn send_register_code(State(pool): State<UserPool>, Json(form): Json<SendCode>) -> Result<StatusCode, Failure> {
    pool.client().send_register_sms_code(Phone::from(form.phone)).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
struct RegisterForm {
    phone: String,
    code: String,
    password: String,
}

async fn register(State(pool): State<UserPool>, Json(form): Json<RegisterForm>) -> Response {
    let register = Register::phone(form.phone, OneTimeCode::from(form.code), Password::from(form.password));
    let user = pool.client().register(register).await?;
    Ok(Json(shown(&user)))
}

async fn send_login_code(State(pool): State<UserPool>, Json(form): Json<SendCode>) -> Result<StatusCode, Failure> {
    pool.client().send_sms_code(Phone::from(form.phone)).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
struct LoginForm {
    phone: String,
    code: String,
}

/// A login has a client of its own, which is dropped with the request. The response has the token, and the user's program sends it with
/// each request. For a browser, use a cookie that is `HttpOnly`, `Secure` and `SameSite`.
async fn log_in(State(pool): State<UserPool>, Json(form): Json<LoginForm>) -> Response {
    let user = pool.client().login_by_phone_code(form.phone, form.code).await?;
    let token = user.token.as_ref().map(Token::expose);
    Ok(Json(json!({ "token": token, "user": shown(&user) })))
}

async fn me(me: Me) -> Response {
    Ok(Json(shown(&me.user().await?)))
}

#[derive(Deserialize)]
struct Rename {
    nickname: String,
}

async fn rename(me: Me, Json(form): Json<Rename>) -> Response {
    let profile = Profile { nickname: Some(form.nickname), ..Profile::default() };
    let user = me.user().await?;
    let user = me.0.update(Update::new(user.id).with_profile(profile)).await?;
    Ok(Json(shown(&user)))
}

/// axum takes bodies of up to 2 MB.
async fn change_avatar(me: Me, photo: Bytes) -> Response {
    let user = me.user().await?;
    let photo = UploadFile::new("avatar.png", "image/png", Vec::from(photo));
    Ok(Json(shown(&me.0.change_avatar(user.id, photo).await?)))
}

async fn log_out(Me(client): Me) -> Result<StatusCode, Failure> {
    client.logout().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Only an administrator sees all users, and the pool's owner reads them.
async fn users(_: Admin, State(pool): State<UserPool>) -> Response {
    let users = pool.as_owner()?.users(Page::default()).await?;
    Ok(Json(users.list.iter().map(shown).collect()))
}

fn shown(user: &User) -> Value {
    json!({ "id": user.id.as_str(), "nickname": user.nickname, "photo": user.photo })
}
