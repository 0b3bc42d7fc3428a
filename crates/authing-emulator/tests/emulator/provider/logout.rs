//! The end of a session.

use super::browser::{Browser, Reply};
use super::{CALLBACK, GOODBYE, Provider, encoded, parameter};
use crate::support::text;

/// A browser that is logged in, and the id token of it.
fn logged_in(provider: &Provider) -> (Browser<'_>, String) {
    let mut browser = Browser::new(provider);
    let location = browser.log_in(&[]).location.expect("a redirect");
    let (_, tokens) = provider.exchange(&parameter(&location, "code").expect("a code"));
    (browser, text(&tokens["id_token"]))
}

fn end(browser: &mut Browser<'_>, parameters: &[(&str, &str)]) -> Reply {
    browser.get(&format!("/oidc/session/end?{}", encoded(parameters)))
}

fn is_logged_in(provider: &Provider, browser: &mut Browser<'_>) -> bool {
    let location = browser.get(&provider.authorization_url(&[("prompt", "none")])).location.expect("a redirect");
    assert!(location.starts_with(CALLBACK));
    parameter(&location, "code").is_some()
}

#[test]
fn hint_ends_the_session_and_redirects() {
    let provider = Provider::start();
    let (mut browser, id_token) = logged_in(&provider);
    let reply =
        end(&mut browser, &[("id_token_hint", &id_token), ("post_logout_redirect_uri", GOODBYE), ("state", "T")]);
    assert_eq!((reply.status, reply.location), (302, Some(format!("{GOODBYE}?state=T"))));
    assert!(!is_logged_in(&provider, &mut browser));
    let again = end(&mut browser, &[("id_token_hint", &id_token), ("post_logout_redirect_uri", GOODBYE)]);
    assert_eq!(again.location.as_deref(), Some(GOODBYE), "whoever is logged out already goes on, too");
}

#[test]
fn unregistered_address_is_no_open_redirect() {
    let provider = Provider::start();
    let (mut browser, id_token) = logged_in(&provider);
    for uri in [
        "https://evil.example/",
        "http://127.0.0.1:4000@evil.example/",
        "http://127.0.0.1:4000.evil.example/",
        "http://127.0.0.1:4001/goodbye",
        "https://127.0.0.1:4000/goodbye",
        "//evil.example/",
        "javascript:alert(1)",
    ] {
        let reply = end(&mut browser, &[("id_token_hint", &id_token), ("post_logout_redirect_uri", uri)]);
        assert!(reply.is_error_page(), "{uri}: {:?}", reply.location);
    }
    let without_hint = end(&mut browser, &[("post_logout_redirect_uri", GOODBYE)]);
    assert_eq!(without_hint.location, None, "nothing says whose address it is");
    assert!(is_logged_in(&provider, &mut browser));
}

#[test]
fn without_a_hint_the_user_is_asked() {
    let provider = Provider::start();
    let (mut browser, _) = logged_in(&provider);
    let asked = end(&mut browser, &[]);
    assert!(asked.status == 200 && asked.body.contains("Do you want to log out?"), "{}", asked.body);
    assert!(is_logged_in(&provider, &mut browser));
    browser.post("/oidc/session/end", &[("confirm", "yes")]);
    assert!(is_logged_in(&provider, &mut browser), "a foreign form cannot know the value");
    let confirm = asked.input("confirm").expect("a value");
    let reply = browser.post("/oidc/session/end", &[("confirm", &confirm)]);
    assert!(reply.body.contains("You are logged out"), "{}", reply.body);
    assert!(!is_logged_in(&provider, &mut browser));
}

#[test]
fn hint_of_another_user_is_asked_about() {
    let provider = Provider::start();
    let other = text(&provider.client.register("b@b.com", "pw123456")["_id"]);
    let location = provider.client.emulator.log_in_at(&provider.authorization_url(&[]), &other).expect("logs in");
    let (_, tokens) = provider.exchange(&parameter(&location, "code").expect("a code"));
    let (mut browser, _) = logged_in(&provider);
    let reply = end(&mut browser, &[("id_token_hint", &text(&tokens["id_token"]))]);
    assert!(reply.body.contains("Do you want to log out?"));
}

#[test]
fn wrong_hints_are_rejected() {
    let provider = Provider::start();
    let (mut browser, id_token) = logged_in(&provider);
    let access_token = text(&provider.tokens(&[])["access_token"]);
    for parameters in [
        vec![("id_token_hint", "x.y.z")],
        vec![("id_token_hint", access_token.as_str())],
        vec![("id_token_hint", id_token.as_str()), ("client_id", "other")],
    ] {
        assert!(end(&mut browser, &parameters).is_error_page(), "{parameters:?}");
    }
    assert!(is_logged_in(&provider, &mut browser));
}

#[test]
fn end_of_a_session_ends_its_tokens_but_not_offline_access() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let location = browser.log_in(&[]).location.expect("a redirect");
    let (_, online) = provider.exchange(&parameter(&location, "code").expect("a code"));
    let consent = [("scope", "openid offline_access"), ("prompt", "consent")];
    let page = browser.get(&provider.authorization_url(&consent)).location.expect("the consent page");
    let shown = browser.get(&page);
    let location = browser.submit(&page, &shown, &[("action", "allow")]).location.expect("a redirect");
    let (_, offline) = provider.exchange(&parameter(&location, "code").expect("a code"));
    end(&mut browser, &[("id_token_hint", &text(&online["id_token"]))]);
    assert!(!provider.is_active(&online["access_token"]));
    assert!(provider.is_active(&offline["access_token"]) && provider.is_active(&offline["refresh_token"]));
}
