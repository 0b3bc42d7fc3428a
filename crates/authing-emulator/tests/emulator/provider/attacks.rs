//! Attacks on a login: another browser, a foreign form, a fixed session, a stolen code or token.

use std::time::Duration;

use super::browser::{Browser, password_form};
use super::{CALLBACK, CHALLENGE, Provider, SHOP, VERIFIER, parameter};
use crate::support::text;

const SESSION: &str = "authing_emulator_session";

#[test]
fn login_page_belongs_to_the_browser_that_began() {
    let provider = Provider::start();
    let mut attacker = Browser::new(&provider);
    let (page, shown) = attacker.open_login(&[]);
    let mut victim = Browser::new(&provider);
    assert!(victim.get(&page).is_error_page());
    assert!(victim.submit(&page, &shown, &password_form("a@b.com", "pw123456")).is_error_page());
    victim.open_login(&[]);
    assert!(victim.get(&page).is_error_page(), "nor with a cookie of its own");
}

#[test]
fn form_without_its_token_is_rejected() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, _) = browser.open_login(&[]);
    let form = password_form("a@b.com", "pw123456");
    assert!(browser.post(&page, &form).is_error_page());
    let forged: Vec<_> = [("csrf", "00000000000000000000000000000000")].into_iter().chain(form).collect();
    assert!(browser.post(&page, &forged).is_error_page());
    assert!(!browser.cookies.contains_key(SESSION));
}

#[test]
fn login_does_not_take_over_the_session_that_a_browser_sends() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    browser.cookies.insert(SESSION.into(), "fixed-by-an-attacker".into());
    browser.log_in(&[]);
    let first = browser.cookies[SESSION].clone();
    assert_ne!(first, "fixed-by-an-attacker");
    browser.log_in(&[("prompt", "login")]);
    assert_ne!(browser.cookies[SESSION], first, "each login has a session of its own");
    browser.cookies.insert(SESSION.into(), first);
    let location = browser.get(&provider.authorization_url(&[("prompt", "none")])).location.expect("a redirect");
    assert_eq!(parameter(&location, "error").as_deref(), Some("login_required"), "the one before has ended");
}

#[test]
fn finished_login_page_cannot_be_sent_in_again() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, shown) = browser.open_login(&[]);
    let form = password_form("a@b.com", "pw123456");
    assert_eq!(browser.submit(&page, &shown, &form).status, 303);
    assert!(browser.submit(&page, &shown, &form).is_error_page());
    assert!(browser.get(&page).is_error_page(), "the back button finds it ended");
}

#[test]
fn login_page_expires() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, shown) = browser.open_login(&[]);
    provider.client.emulator.advance(Duration::from_mins(30));
    assert!(browser.submit(&page, &shown, &password_form("a@b.com", "pw123456")).is_error_page());
}

#[test]
fn consent_cannot_be_given_before_the_login() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, shown) = browser.open_login(&[("prompt", "consent")]);
    let reply = browser.submit(&page, &shown, &[("action", "allow")]);
    assert!(reply.location.expect("the page again").starts_with("/oidc/interaction/"));
}

#[test]
fn code_used_twice_revokes_everything_that_it_gave() {
    let provider = Provider::start();
    let code = provider.code(&[("scope", "openid offline_access"), ("prompt", "consent")]);
    let (_, tokens) = provider.exchange(&code);
    assert!(provider.is_active(&tokens["access_token"]));
    let (status, error) = provider.exchange(&code);
    assert_eq!((status, &error["error"]), (400, &"invalid_grant".into()));
    assert!(!provider.is_active(&tokens["access_token"]) && !provider.is_active(&tokens["refresh_token"]));
    assert_eq!(provider.refresh(&tokens).0, 400);
}

#[test]
fn code_is_bound_to_its_client_address_and_verifier() {
    let provider = Provider::start();
    let code = provider.code(&[("code_challenge", CHALLENGE), ("code_challenge_method", "S256")]);
    let exchange = |client: &str, uri: &str, more: &str| {
        let form = format!("{client}&grant_type=authorization_code&code={code}&redirect_uri={uri}{more}");
        provider.error("/oidc/token", &form)
    };
    let verifier = format!("&code_verifier={VERIFIER}");
    let other = "client_id=other&client_secret=other-secret";
    let wrong = format!("&code_verifier={}", "x".repeat(43));
    for (client, uri, more, error) in [
        (other, CALLBACK, &verifier, "invalid_grant"),
        (SHOP, "https://shop.example/cb?a=1", &verifier, "invalid_grant"),
        (SHOP, "", &verifier, "invalid_request"),
        (SHOP, CALLBACK, &String::new(), "invalid_request"),
        (SHOP, CALLBACK, &wrong, "invalid_grant"),
        (SHOP, CALLBACK, &format!("&code_verifier={CHALLENGE}"), "invalid_grant"),
    ] {
        assert_eq!(exchange(client, uri, more), (400, error.into()), "{client} {uri} {more}");
    }
    assert_eq!(exchange(SHOP, CALLBACK, &verifier).0, 200, "no attempt has used it up");
}

#[test]
fn verifier_without_a_challenge_is_a_downgrade() {
    let provider = Provider::start();
    let code = provider.code(&[]);
    let form =
        format!("{SHOP}&grant_type=authorization_code&code={code}&redirect_uri={CALLBACK}&code_verifier={VERIFIER}");
    assert_eq!(provider.error("/oidc/token", &form), (400, "invalid_grant".into()));
}

#[test]
fn plain_challenge_is_compared_as_it_is() {
    let provider = Provider::start();
    let code = provider.code(&[("code_challenge", VERIFIER)]);
    let form =
        format!("{SHOP}&grant_type=authorization_code&code={code}&redirect_uri={CALLBACK}&code_verifier={VERIFIER}");
    assert_eq!(provider.post("/oidc/token", &form).0, 200);
}

#[test]
fn code_expires_after_ten_minutes() {
    let provider = Provider::start();
    let code = provider.code(&[]);
    provider.client.emulator.advance(Duration::from_mins(10));
    assert_eq!(provider.exchange(&code).1["error"], "invalid_grant");
}

#[test]
fn reuse_of_a_refresh_token_revokes_its_family() {
    let provider = Provider::start();
    let first = provider.offline_tokens();
    let other_family = provider.offline_tokens();
    let (status, second) = provider.refresh(&first);
    assert_eq!(status, 200);
    assert_eq!(provider.refresh(&first).1["error"], "invalid_grant");
    assert!(!provider.is_active(&second["access_token"]), "access tokens go with it");
    assert_eq!(provider.refresh(&second).1["error"], "invalid_grant", "the newest one, too");
    assert_eq!(provider.refresh(&other_family).0, 200, "another login is another family");
}

#[test]
fn refresh_token_of_another_application_is_left_alone() {
    let provider = Provider::start();
    let tokens = provider.offline_tokens();
    let form = format!(
        "client_id=other&client_secret=other-secret&grant_type=refresh_token&refresh_token={}",
        text(&tokens["refresh_token"])
    );
    assert_eq!(provider.error("/oidc/token", &form), (400, "invalid_grant".into()));
    assert_eq!(provider.refresh(&tokens).0, 200);
}

#[test]
fn state_holds_no_cookie_and_no_code() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let location = browser.log_in(&[]).location.expect("a redirect");
    browser.open_login(&[("prompt", "login")]);
    let state = provider.client.emulator.export();
    for secret in browser.cookies.values().chain([&parameter(&location, "code").expect("a code")]) {
        assert!(!state.contains(secret.as_str()), "{secret}");
    }
}
