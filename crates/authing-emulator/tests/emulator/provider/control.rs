//! What a test may change of the provider, and what is kept of it.

use authing_emulator::{Emulator, NewApp};
use serde_json::json;

use super::browser::Browser;
use super::{CALLBACK, Provider, SHOP, claims, parameter, part};
use crate::support::{Client, text};

#[test]
fn app_is_added_and_changed_while_it_runs() {
    let provider = Provider::start();
    let add = |app: serde_json::Value| provider.client.post("/_emulator/apps", None, &app);
    assert_eq!(add(json!({ "id": "new", "secret": "s", "redirectUris": ["https://new.example/cb"] })).0, 200);
    let given = [("client_id", "new"), ("redirect_uri", "https://new.example/cb")];
    provider.code(&given);
    assert_eq!(add(json!({ "id": "new", "secret": "s", "redirectUris": [CALLBACK] })).0, 200);
    assert!(Browser::new(&provider).get(&provider.authorization_url(&given)).is_error_page());
    let apps = provider.client.get("/_emulator/apps").1;
    let ids: Vec<_> = apps.as_array().expect("a list").iter().map(|app| text(&app["id"])).collect();
    assert_eq!(ids, ["shop", "other", "phone", "old", "new"]);
    provider.client.post("/_emulator/reset", None, &json!({}));
    assert_eq!(provider.client.get("/_emulator/apps").1.as_array().map(Vec::len), Some(4));
}

#[test]
fn app_that_cannot_work_is_rejected() {
    let provider = Provider::start();
    for app in [
        json!({ "secret": "s" }),
        json!({ "id": "a", "redirectUris": ["/callback"] }),
        json!({ "id": "a", "redirectUris": ["https://a.example:*/cb"] }),
        json!({ "id": "a", "idTokenSignedResponseAlg": "HS256" }),
        json!({ "id": "a", "tokenEndpointAuthMethods": ["client_secret_post"] }),
        json!({ "id": "a", "secert": "s" }),
    ] {
        assert_eq!(provider.client.post("/_emulator/apps", None, &app).0, 422, "{app}");
    }
    let start = Emulator::builder().app(NewApp::public("a").with_redirect_uri("not absolute")).start();
    assert!(start.err().is_some_and(|error| error.to_string().contains("application")));
}

#[test]
fn default_app_is_ready_for_the_loopback() {
    let client = Client::start();
    let app = client.get("/_emulator").1["apps"][0].clone();
    assert_eq!(
        (text(&app["id"]), text(&app["secret"])),
        (client.emulator.app_id().into(), client.emulator.app_secret().into())
    );
    let user = text(&client.register("a@b.com", "pw123456")["_id"]);
    for uri in ["http://127.0.0.1:5173/any/callback", "http://localhost:3000/cb"] {
        let url = format!(
            "{}/auth?client_id={}&redirect_uri={uri}&response_type=code&scope=openid",
            client.emulator.issuer(),
            client.emulator.app_id()
        );
        let location = client.emulator.log_in_at(&url, &user).expect("logs in");
        assert!(location.starts_with(&format!("{uri}?code=")), "{location}");
    }
}

#[test]
fn rotated_key_signs_and_the_old_one_verifies_for_a_while() {
    let provider = Provider::start();
    let kids = || {
        let keys = provider.client.get("/oidc/.well-known/jwks.json").1;
        keys["keys"].as_array().expect("keys").iter().map(|key| text(&key["kid"])).collect::<Vec<_>>()
    };
    let before = provider.tokens(&[]);
    let first = text(&part(&before["id_token"], 0)["kid"]);
    let rotated = text(&provider.client.post("/_emulator/keys/rotate", None, &json!({})).1["kid"]);
    assert_eq!(kids(), [rotated.clone(), first.clone()]);
    assert_eq!(part(&provider.tokens(&[])["id_token"], 0)["kid"], json!(rotated));
    assert!(provider.is_active(&before["access_token"]));
    let hint = format!("/oidc/session/end?id_token_hint={}", text(&before["id_token"]));
    assert_eq!(Browser::new(&provider).get(&hint).status, 200, "an old token is still a hint");
    provider.client.emulator.advance(std::time::Duration::from_hours(1));
    assert_eq!(kids(), [rotated]);
    assert!(provider.client.emulator.rotate_keys(true));
    assert_eq!(kids().len(), 1);
}

#[test]
fn sessions_and_grants_are_listed_and_ended() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let location = browser.log_in(&[]).location.expect("a redirect");
    let (_, tokens) = provider.exchange(&parameter(&location, "code").expect("a code"));
    let session = provider.client.get("/_emulator/sessions").1[0].clone();
    assert_eq!((&session["user"], &session["sid"]), (&json!("a@b.com"), &claims(&tokens["id_token"])["sid"]));
    let grant = provider.client.get("/_emulator/grants").1[0].clone();
    assert_eq!(
        (&grant["appId"], &grant["user"], &grant["revoked"]),
        (&json!("shop"), &json!("a@b.com"), &json!(false))
    );

    let revoke = || provider.client.post("/_emulator/grants/revoke", None, &json!({ "id": grant["id"] })).0;
    assert_eq!((revoke(), revoke()), (200, 404));
    assert!(!provider.is_active(&tokens["access_token"]));
    let end = || provider.client.post("/_emulator/sessions/end", None, &json!({ "sid": session["sid"] })).0;
    assert_eq!((end(), end()), (200, 404));
    let location = browser.get(&provider.authorization_url(&[("prompt", "none")])).location.expect("a redirect");
    assert_eq!(parameter(&location, "error").as_deref(), Some("login_required"));
}

#[test]
fn state_keeps_tokens_and_keys_and_shows_no_token() {
    let provider = Provider::start();
    let tokens = provider.offline_tokens();
    let state = provider.client.emulator.export();
    for name in ["access_token", "refresh_token"] {
        assert!(!state.contains(&text(&tokens[name])), "{name} is kept as a hash");
    }
    let again = Provider::start();
    again.client.emulator.import(&state).expect("imports");
    assert!(again.is_active(&tokens["access_token"]));
    assert_eq!(again.refresh(&tokens).0, 200);
    let kid = &again.client.get("/oidc/.well-known/jwks.json").1["keys"][0]["kid"];
    assert_eq!(kid, &part(&tokens["id_token"], 0)["kid"]);
    assert_eq!(provider.post("/oidc/token/introspection", &format!("{SHOP}&token=x")).0, 200);
}

#[test]
fn login_without_the_page_needs_a_user_and_a_known_address() {
    let provider = Provider::start();
    let log_in =
        |url: &str, user: &str| provider.client.post("/_emulator/log-in", None, &json!({ "url": url, "userId": user }));
    let (status, answer) = log_in(&provider.authorization_url(&[("prompt", "login consent")]), &provider.user);
    assert_eq!(status, 200);
    assert!(parameter(&text(&answer["location"]), "code").is_some());
    for (url, user) in [
        (provider.authorization_url(&[]), "nobody"),
        (provider.authorization_url(&[("redirect_uri", "https://evil.example/")]), provider.user.as_str()),
        (provider.authorization_url(&[("response_mode", "form_post")]), provider.user.as_str()),
        ("https://evil.example/oidc/auth?".into(), provider.user.as_str()),
    ] {
        assert_eq!(log_in(&url, user).0, 422, "{url}");
    }
}

#[test]
fn login_without_the_page_serves_the_oauth_endpoint() {
    let provider = Provider::start();
    let url = provider.authorization_url(&[("scope", "")]).replace("/oidc/auth?", "/oauth/auth?");
    let location = provider.client.emulator.log_in_at(&url, &provider.user).expect("logs in");
    let tokens = provider.exchange(&parameter(&location, "code").expect("a code")).1;
    assert_eq!(tokens["scope"], "user");
}
