//! The site in this process, and a browser that keeps its cookie.

use std::sync::Arc;

use authing_emulator::Emulator;
use authing_reqwest::AuthenticationClient;
use axum::Router;
use axum::body::Body;
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderName, Method, Request};
use http_body_util::BodyExt as _;
use tower_service::Service as _;

use crate::app::{self, App};
use crate::provider::Provider;
use crate::{Result, sessions};

/// The origin of the site; nothing listens there.
const ORIGIN: &str = "http://127.0.0.1:8080";

/// One instance of the site.
pub(super) struct Site {
    provider: Arc<Provider>,
    router: Router,
}

impl Site {
    pub(super) async fn start() -> Result<Self> {
        Self::at(ORIGIN, None).await
    }

    pub(super) async fn at(origin: &str, redis_url: Option<&str>) -> Result<Self> {
        Self::of(Arc::new(Provider::emulated()?), origin, redis_url).await
    }

    /// Another instance: the same provider and the same sessions, if they are in Redis, but a client and a memory of its own.
    pub(super) async fn another(&self, redis_url: &str) -> Result<Self> {
        Self::of(Arc::clone(&self.provider), ORIGIN, Some(redis_url)).await
    }

    pub(super) async fn with_redis(redis_url: &str) -> Result<Self> {
        Self::at(ORIGIN, Some(redis_url)).await
    }

    async fn of(provider: Arc<Provider>, origin: &str, redis_url: Option<&str>) -> Result<Self> {
        let app = App::new(AuthenticationClient::new(provider.config(origin)?)?, origin)?;
        let router = sessions::with_sessions(app::router(app), origin, redis_url).await?;
        Ok(Self { provider, router })
    }

    pub(super) fn emulator(&self) -> &Emulator {
        self.provider.emulator().expect("the tests' provider is an emulator")
    }

    /// How many requests the provider's token endpoint has got.
    pub(super) fn token_requests(&self) -> usize {
        self.emulator().requests().iter().filter(|request| request.path == "/oidc/token").count()
    }

    fn user_id(&self, email: &str) -> Result<String> {
        let users = self.emulator().users();
        let user = users.iter().find(|user| user["email"] == email).ok_or("no such user")?;
        Ok(user["_id"].as_str().ok_or("a user without an id")?.to_owned())
    }
}

#[derive(Clone, Default)]
pub(super) struct Browser {
    pub(super) cookie: Option<String>,
}

/// What a browser sees of a response.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) location: Option<String>,
    pub(super) set_cookie: Option<String>,
    pub(super) body: String,
}

impl Browser {
    pub(super) async fn get(&mut self, site: &Site, path: &str) -> Result<Reply> {
        self.visit(site, Method::GET, path).await
    }

    pub(super) async fn post(&mut self, site: &Site, path: &str) -> Result<Reply> {
        self.visit(site, Method::POST, path).await
    }

    /// From the site to the provider and through its page. Returns the path of the callback.
    pub(super) async fn begin(&mut self, site: &Site, email: &str) -> Result<String> {
        let url = self.get(site, "/login").await?.location.ok_or("no redirect to the provider")?;
        let callback = site.emulator().log_in_at(&url, &site.user_id(email)?)?;
        Ok(callback.strip_prefix(ORIGIN).ok_or("another origin")?.to_owned())
    }

    pub(super) async fn log_in(&mut self, site: &Site, email: &str) -> Result<()> {
        let callback = self.begin(site, email).await?;
        let reply = self.get(site, &callback).await?;
        assert_eq!(reply.location.as_deref(), Some("/profile"), "{}", reply.body);
        Ok(())
    }

    async fn visit(&mut self, site: &Site, method: Method, path: &str) -> Result<Reply> {
        let reply = self.request(site, method, path).await?;
        if let Some(set_cookie) = &reply.set_cookie {
            let cookie = set_cookie.split(';').next().unwrap_or_default();
            self.cookie = (!cookie.ends_with('=')).then(|| cookie.to_owned());
        }
        Ok(reply)
    }

    /// A request whose cookie is not kept.
    pub(super) async fn request(&self, site: &Site, method: Method, path: &str) -> Result<Reply> {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(cookie) = &self.cookie {
            request = request.header(COOKIE, cookie);
        }
        let response = site.router.clone().call(request.body(Body::empty())?).await?;
        let header = |name: HeaderName| Some(response.headers().get(name)?.to_str().ok()?.to_owned());
        let (location, set_cookie) = (header(LOCATION), header(SET_COOKIE));
        let status = response.status().as_u16();
        let body = String::from_utf8(response.into_body().collect().await?.to_bytes().into())?;
        Ok(Reply { status, location, set_cookie, body })
    }
}
