//! The site, with browsers that keep its cookie. The provider's page is `Emulator::log_in_at`.

mod browser;
mod instances;
mod redis_server;

use axum::http::Method;

use self::browser::{Browser, Site};
use crate::Result;
use crate::provider::{ADMIN, USER};

#[tokio::test]
async fn user_logs_in_sees_the_profile_then_logs_out() -> Result<()> {
    let site = Site::start().await?;
    let mut browser = Browser::default();
    assert_eq!(browser.get(&site, "/profile").await?.location.as_deref(), Some("/login"));
    browser.log_in(&site, USER).await?;
    let profile = browser.get(&site, "/profile").await?;
    assert!(profile.body.contains("Hello, Bob"), "{}", profile.body);
    assert_eq!(browser.post(&site, "/refresh").await?.location.as_deref(), Some("/profile"));
    assert_eq!(browser.get(&site, "/profile").await?.status, 200);
    let logout = browser.post(&site, "/logout").await?.location.ok_or("no logout at the provider")?;
    assert!(logout.starts_with(&format!("{}/oidc/session/end?", site.emulator().url())), "{logout}");
    assert_eq!(browser.get(&site, "/profile").await?.location.as_deref(), Some("/login"));
    Ok(())
}

#[tokio::test]
async fn admin_page_requires_the_role() -> Result<()> {
    let site = Site::start().await?;
    for (user, status) in [(USER, 403), (ADMIN, 200)] {
        let mut browser = Browser::default();
        browser.log_in(&site, user).await?;
        assert_eq!(browser.get(&site, "/admin").await?.status, status, "{user}");
    }
    Ok(())
}

#[tokio::test]
async fn callback_of_another_browser_is_rejected() -> Result<()> {
    let site = Site::start().await?;
    let (mut victim, mut attacker) = (Browser::default(), Browser::default());
    let callback = attacker.begin(&site, USER).await?;
    assert_eq!(victim.get(&site, &callback).await?.status, 400, "no login of its own");
    victim.begin(&site, USER).await?;
    assert_eq!(victim.get(&site, &callback).await?.status, 400, "a login of its own");
    Ok(())
}

#[tokio::test]
async fn callback_works_once() -> Result<()> {
    let site = Site::start().await?;
    let mut browser = Browser::default();
    let callback = browser.begin(&site, USER).await?;
    assert_eq!(browser.get(&site, &callback).await?.location.as_deref(), Some("/profile"));
    assert_eq!(browser.get(&site, &callback).await?.status, 400);
    assert_eq!(browser.get(&site, "/profile").await?.status, 200, "the login is still valid");
    Ok(())
}

#[tokio::test]
async fn two_tabs_log_in() -> Result<()> {
    let site = Site::start().await?;
    let mut browser = Browser::default();
    let first = browser.begin(&site, USER).await?;
    let second = browser.begin(&site, USER).await?;
    for callback in [second, first] {
        assert_eq!(browser.get(&site, &callback).await?.location.as_deref(), Some("/profile"));
    }
    Ok(())
}

#[tokio::test]
async fn login_changes_the_session_id() -> Result<()> {
    let site = Site::start().await?;
    let mut browser = Browser::default();
    let callback = browser.begin(&site, USER).await?;
    let mut fixed = browser.clone();
    browser.get(&site, &callback).await?;
    assert_ne!(browser.cookie, fixed.cookie);
    assert_eq!(fixed.get(&site, "/profile").await?.location.as_deref(), Some("/login"));
    Ok(())
}

#[tokio::test]
async fn refused_login_is_told() -> Result<()> {
    let site = Site::start().await?;
    let mut browser = Browser::default();
    let callback = browser.begin(&site, USER).await?;
    let state = callback.split(['?', '&']).find(|part| part.starts_with("state=")).ok_or("no state")?;
    let refused = browser.get(&site, &format!("/callback?error=access_denied&{state}")).await?;
    assert_eq!((refused.status, refused.body.contains("refused")), (400, true));
    Ok(())
}

/// `/profile` refreshes, because the access token has expired; a reload cancels the request while the refresh is on its way.
#[tokio::test]
async fn cancelled_request_does_not_lose_the_refresh() -> Result<()> {
    let site = Site::start().await?;
    let mut browser = Browser::default();
    browser.log_in(&site, USER).await?;
    let (count, refreshes) = (site.token_requests(), browser.clone());
    let mut request = Box::pin(refreshes.request(&site, Method::POST, "/refresh"));
    while site.token_requests() == count {
        // Each turn polls the handler once; then the other tasks run.
        tokio::select! { biased; _ = &mut request => break, () = tokio::task::yield_now() => {} }
    }
    drop(request);
    assert_eq!(browser.post(&site, "/refresh").await?.location.as_deref(), Some("/profile"));
    assert_eq!(browser.get(&site, "/profile").await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn session_cookie_is_lax_and_secure() -> Result<()> {
    for (origin, secure) in [("http://127.0.0.1:8080", false), ("https://shop.example.com", true)] {
        let site = Site::at(origin, None).await?;
        let reply = Browser::default().get(&site, "/login").await?;
        let cookie = reply.set_cookie.ok_or("no cookie")?;
        assert!(cookie.contains("SameSite=Lax") && cookie.contains("HttpOnly"), "{cookie}");
        assert_eq!(cookie.contains("Secure"), secure, "{cookie}");
    }
    Ok(())
}
