//! Two instances of the site, which share their sessions in Redis and no memory.

use super::browser::{Browser, Site};
use super::redis_server::RedisServer;
use crate::Result;
use crate::provider::USER;

#[tokio::test]
async fn two_instances_share_logins() -> Result<()> {
    let Some(redis) = RedisServer::start()? else { return Ok(()) };
    let first = Site::with_redis(&redis.url).await?;
    let second = first.another(&redis.url).await?;
    let mut browser = Browser::default();

    let callback = browser.begin(&first, USER).await?;
    assert_eq!(browser.get(&second, &callback).await?.location.as_deref(), Some("/profile"), "finished on the other");
    // Each refreshes what the other wrote.
    for site in [&first, &second, &first] {
        assert_eq!(browser.post(site, "/refresh").await?.location.as_deref(), Some("/profile"));
        assert_eq!(browser.get(site, "/profile").await?.status, 200);
    }
    // The session itself ends, not only the browser's cookie.
    let mut copy = browser.clone();
    browser.post(&second, "/logout").await?;
    for site in [&first, &second] {
        assert_eq!(copy.get(site, "/profile").await?.location.as_deref(), Some("/login"), "logged out on both");
    }
    Ok(())
}
