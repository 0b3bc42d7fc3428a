//! The browsers' sessions: in memory, or in Redis.

use axum::Router;
use tower_sessions::cookie::SameSite;
use tower_sessions::cookie::time::Duration;
use tower_sessions::{Expiry, MemoryStore, SessionManagerLayer, SessionStore};
use tower_sessions_redis_store::RedisStore;
use tower_sessions_redis_store::fred::prelude::{ClientLike as _, Config, Pool};

use crate::Result;

/// The time after which a session without requests ends.
const LIFETIME: Duration = Duration::hours(8);
/// The connections to Redis.
const CONNECTIONS: usize = 4;

/// The router with sessions: in Redis if there is a URL, else in memory.
pub(crate) async fn with_sessions(router: Router, origin: &str, redis_url: Option<&str>) -> Result<Router> {
    let Some(url) = redis_url else { return Ok(router.layer(layer(MemoryStore::default(), origin))) };
    let pool = Pool::new(Config::from_url(url)?, None, None, None, CONNECTIONS)?;
    pool.init().await?;
    Ok(router.layer(layer(RedisStore::new(pool), origin)))
}

/// A cookie that no script reads. `Lax`: with `Strict`, the default, it would not come back with the redirect from the provider.
/// `Secure`, except for `http` on the loopback.
fn layer<S: SessionStore>(store: S, origin: &str) -> SessionManagerLayer<S> {
    SessionManagerLayer::new(store)
        .with_name("session")
        .with_same_site(SameSite::Lax)
        .with_secure(!origin.starts_with("http://127.0.0.1:"))
        .with_expiry(Expiry::OnInactivity(LIFETIME))
}
