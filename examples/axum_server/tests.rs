//! The server, driven over HTTP from registration to logout.

use std::future::IntoFuture as _;

use authing_core::UserId;
use authing_examples::Service;
use authing_reqwest::UserPool;
use axum::http::Method;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http_body_util::{BodyExt as _, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::{Result, app, pool};

const PHONE: &str = "17670416754";

/// The server, its emulator, and a user.
struct Scenario {
    service: Service,
    pool: UserPool,
    origin: String,
    token: Option<String>,
}

impl Scenario {
    async fn start() -> Result<Self> {
        let service = Service::Emulated(authing_emulator::Emulator::start()?);
        let pool = pool(&service)?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://{}", listener.local_addr()?);
        tokio::spawn(axum::serve(listener, app::router(pool.clone())).into_future());
        Ok(Self { service, pool, origin, token: None })
    }

    /// The code of the last SMS.
    fn code(&self) -> String {
        let inbox = self.service.emulator().expect("an emulator").inbox();
        inbox.first().expect("an SMS").code.clone()
    }

    async fn ask(&self, method: Method, path: &str, body: impl Into<Vec<u8>>) -> Result<(u16, Value)> {
        let mut request = http::Request::builder().method(method).uri(format!("{}{path}", self.origin));
        request = request.header(CONTENT_TYPE, "application/json");
        if let Some(token) = &self.token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        let http = Client::builder(TokioExecutor::new()).build_http::<Full<bytes::Bytes>>();
        let response = http.request(request.body(Full::new(body.into().into()))?).await?;
        let status = response.status().as_u16();
        let body = response.into_body().collect().await?.to_bytes();
        Ok((status, serde_json::from_slice(&body).unwrap_or_default()))
    }

    async fn post(&self, path: &str, body: Value) -> Result<(u16, Value)> {
        self.ask(Method::POST, path, body.to_string()).await
    }

    async fn register_and_log_in(&mut self) -> Result<UserId> {
        assert_eq!(self.post("/register/code", json!({ "phone": PHONE })).await?.0, 204);
        let form = json!({ "phone": PHONE, "code": self.code(), "password": "correct horse" });
        let (status, user) = self.post("/register", form).await?;
        assert_eq!(status, 200, "{user}");
        assert_eq!(self.post("/login/code", json!({ "phone": PHONE })).await?.0, 204);
        let (status, login) = self.post("/login", json!({ "phone": PHONE, "code": self.code() })).await?;
        assert_eq!((status, &login["user"]["id"]), (200, &user["id"]), "{login}");
        self.token = login["token"].as_str().map(str::to_owned);
        Ok(user["id"].as_str().unwrap_or_default().into())
    }

    async fn become_admin(&self, user: &UserId) -> Result<()> {
        let owner = self.pool.as_owner()?;
        let role = owner.create_role("admin", "may see all users").await?;
        owner.assign_role(user.clone(), role.id.ok_or("a role without an id")?).await?;
        Ok(())
    }
}

#[tokio::test]
async fn a_user_registers_logs_in_and_out() -> Result<()> {
    let mut scenario = Scenario::start().await?;
    assert_eq!(scenario.ask(Method::GET, "/me", "").await?.0, 401);
    let user = scenario.register_and_log_in().await?;

    let (status, me) = scenario.ask(Method::GET, "/me", "").await?;
    assert_eq!((status, me["id"].as_str()), (200, Some(user.as_str())));
    let (_, me) = scenario.ask(Method::PATCH, "/me", json!({ "nickname": "Bob" }).to_string()).await?;
    assert_eq!(me["nickname"], "Bob");
    let (status, me) = scenario.ask(Method::PUT, "/me/avatar", PHOTO).await?;
    assert_eq!(status, 200, "{me}");
    assert!(me["photo"].as_str().is_some_and(|photo| photo.ends_with("avatar.png")), "{me}");

    assert_eq!(scenario.post("/logout", Value::Null).await?.0, 204);
    assert_eq!(scenario.ask(Method::GET, "/me", "").await?.0, 401, "the token was logged out");
    Ok(())
}

#[tokio::test]
async fn all_users_are_shown_to_an_admin_alone() -> Result<()> {
    let mut scenario = Scenario::start().await?;
    assert_eq!(scenario.ask(Method::GET, "/users", "").await?.0, 401);
    let user = scenario.register_and_log_in().await?;
    assert_eq!(scenario.ask(Method::GET, "/users", "").await?.0, 403);
    scenario.become_admin(&user).await?;
    let (status, users) = scenario.ask(Method::GET, "/users", "").await?;
    assert_eq!((status, users[0]["id"].as_str()), (200, Some(user.as_str())));
    Ok(())
}

#[tokio::test]
async fn a_wrong_code_is_the_services_refusal() -> Result<()> {
    let scenario = Scenario::start().await?;
    let (status, refusal) = scenario.post("/login", json!({ "phone": PHONE, "code": "0000" })).await?;
    assert_eq!(status, 400);
    assert!(refusal["code"].is_i64(), "{refusal}");
    Ok(())
}

#[tokio::test]
async fn a_forged_token_is_unauthorized() -> Result<()> {
    let mut scenario = Scenario::start().await?;
    scenario.register_and_log_in().await?;
    let genuine = scenario.token.take().ok_or("a login without a token")?;
    for forgery in [format!("{genuine}x"), "opaque".to_owned(), "two words".to_owned()] {
        scenario.token = Some(forgery);
        for path in ["/me", "/users"] {
            assert_eq!(scenario.ask(Method::GET, path, "").await?.0, 401, "{:?}", scenario.token);
        }
    }
    Ok(())
}

/// The smallest picture there is.
const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";
