//! OpenID Connect: every grant, every error of RFC 6749, and the claims of a token.

use std::time::Duration;

use crate::support::{Client, text};
use authing_core::token::{
    AccessTokenVerifier, Audience, ExpectedNonce, Hs256Key, IdTokenVerifier, IssuerUrl, TokenVerifier,
};
use authing_core::{PoolId, Timestamp};
use authing_emulator::{Emulator, defaults};
use serde_json::{Value, json};

const APP: &str = "client_id=shop&client_secret=shop-secret";
const OFFLINE_ACCESS: &str = "scope=openid%20email%20offline_access";

fn shop() -> Client {
    Client::of(Emulator::builder().oidc_app("shop", "shop-secret").start().expect("starts"))
}

fn token(client: &Client, form: &str) -> (u16, Value) {
    client.post_bytes("/oauth/oidc/token", "application/x-www-form-urlencoded", form.as_bytes())
}

/// The error's status and name.
fn refused(client: &Client, form: &str) -> (u16, String) {
    let (status, answer) = token(client, form);
    (status, text(&answer["error"]))
}

fn by_password(more: &str) -> String {
    format!("{APP}&grant_type=password&email=a%40b.com&password=pw123456{more}")
}

#[test]
fn a_password_gives_tokens_that_verify_offline() {
    let client = shop();
    let id = text(&client.register("a@b.com", "pw123456")["_id"]);
    let (status, tokens) = token(&client, &by_password(""));
    assert_eq!((status, &tokens["token_type"], &tokens["expires_in"]), (200, &json!("Bearer"), &json!(3600)));
    assert_eq!(tokens["refresh_token"], Value::Null);
    let issuer = IssuerUrl::parse(format!("{}/oauth/oidc", client.emulator.url())).expect("an issuer");
    let key = Hs256Key::allow_short("shop-secret").expect("a secret");
    let now = Timestamp::from(std::time::SystemTime::now());
    let audience = Audience::One("shop".into());
    let id_token = text(&tokens["id_token"]).as_str().into();
    let access_token = text(&tokens["access_token"]).as_str().into();
    let verifier = IdTokenVerifier::new(issuer.clone(), "shop", key.clone());
    let claims = verifier.verify(&id_token, ExpectedNonce::Absent, Some(&access_token), now).expect("genuine");
    assert_eq!((claims.sub.as_str(), claims.aud), (id.as_str(), audience.clone()));
    let claims = AccessTokenVerifier::new(issuer, "shop", key).verify(&access_token, now).expect("genuine");
    assert_eq!((claims.sub.as_deref(), claims.aud), (Some(id.as_str()), audience));
    let pools =
        TokenVerifier::for_pool(defaults::SECRET, PoolId::parse(client.pool()).expect("an id")).expect("a secret");
    assert!(pools.verify(id_token.expose(), now).is_err(), "the pool's secret signs other tokens");
}

#[test]
fn every_wrong_request_is_refused_by_name() {
    let client = shop();
    client.register("a@b.com", "pw123456");
    for (form, status, error) in [
        (String::new(), 401, "invalid_client"),
        ("client_id=shop&client_secret=x&grant_type=password".into(), 401, "invalid_client"),
        (APP.into(), 400, "invalid_request"),
        (format!("{APP}&grant_type=client_credentials"), 400, "unsupported_grant_type"),
        (format!("{APP}&grant_type=password&password=pw123456"), 400, "invalid_request"),
        (by_password("&username=a"), 400, "invalid_request"),
        (format!("{APP}&grant_type=password&email=a%40b.com&password=no"), 400, "invalid_grant"),
        (format!("{APP}&grant_type=password&email=x%40b.com&password=no"), 400, "invalid_grant"),
        (format!("{APP}&grant_type=refresh_token"), 400, "invalid_request"),
        (format!("{APP}&grant_type=refresh_token&refresh_token=no"), 400, "invalid_grant"),
        (format!("{APP}&grant_type=authingToken&authingToken=no"), 400, "invalid_grant"),
    ] {
        assert_eq!(refused(&client, &form), (status, error.into()), "{form}");
    }
}

#[test]
fn a_refresh_token_works_once_and_for_its_application() {
    let client = shop();
    client.register("a@b.com", "pw123456");
    let (_, tokens) = token(&client, &by_password(&format!("&{OFFLINE_ACCESS}")));
    let refresh = |app: &str, token: &Value| format!("{app}&grant_type=refresh_token&refresh_token={}", text(token));
    let others = format!("client_id={}&client_secret={}", defaults::OIDC_APP_ID, defaults::OIDC_APP_SECRET);
    assert_eq!(refused(&client, &refresh(&others, &tokens["refresh_token"])).1, "invalid_grant");
    let (status, next) = token(&client, &refresh(APP, &tokens["refresh_token"]));
    assert_eq!((status, &next["scope"]), (200, &json!("openid email offline_access")));
    assert_eq!(refused(&client, &refresh(APP, &tokens["refresh_token"])).1, "invalid_grant");
    client.emulator.advance(Duration::from_hours(30 * 24));
    assert_eq!(refused(&client, &refresh(APP, &next["refresh_token"])).1, "invalid_grant");
}

#[test]
fn a_logout_ends_every_token() {
    let client = shop();
    let (id, user_token) = client.new_user();
    let form = format!("{APP}&grant_type=authingToken&authingToken={user_token}&{OFFLINE_ACCESS}");
    let (_, tokens) = token(&client, &form);
    let me = format!("/authenticate?access_token={}", text(&tokens["access_token"]));
    assert_eq!(client.get(&me).1, json!({ "sub": id, "email": "a@b.com", "email_verified": false }));
    let logout = "mutation($options: UserUpdateInput!) { updateUser(options: $options) { _id } }";
    client.data(Some(&user_token), logout, json!({ "options": { "_id": id, "tokenExpiredAt": "0" } }));
    assert_eq!(client.get(&me).0, 401);
    let refresh = format!("{APP}&grant_type=refresh_token&refresh_token={}", text(&tokens["refresh_token"]));
    assert_eq!(refused(&client, &refresh).1, "invalid_grant");
}

#[test]
fn an_access_token_is_shown_for_what_it_is() {
    let client = shop();
    let id = text(&client.register("a@b.com", "pw123456")["_id"]);
    let (_, tokens) = token(&client, &by_password(""));
    let access = text(&tokens["access_token"]);
    let validate = format!("/oauth/oidc/validate_access_token?access_token={access}");
    let (status, claims) = client.get(&validate);
    assert_eq!((status, &claims["sub"], &claims["aud"]), (200, &json!(id), &json!("shop")));
    let form = format!("access_token={access}");
    let (status, me) = client.post_bytes("/oauth/oidc/me", "application/x-www-form-urlencoded", form.as_bytes());
    assert_eq!((status, &me["sub"], &me["email"]), (200, &json!(id), &json!("a@b.com")));
    // It serves as a user's token, as the published client uses it; an id token serves as nothing.
    assert_eq!(client.get(&format!("/authing/token?access_token={access}")).1["token"]["data"]["id"], json!(id));
    let id_token = text(&tokens["id_token"]);
    assert_eq!(client.get(&format!("/authenticate?access_token={id_token}")).0, 401);
    assert_eq!(client.get("/authenticate").1["error"], "invalid_request");
    client.emulator.advance(Duration::from_hours(1));
    let (status, expired) = client.get(&validate);
    assert_eq!((status, &expired["error"]), (401, &json!("invalid_token")));
}

#[test]
fn sign_in_gives_both_kinds_of_token() {
    let client = shop();
    let id = text(&client.register("a@b.com", "pw123456")["_id"]);
    let sign_in = "mutation($email: String, $password: String, $app: String) {
        signIn(email: $email, password: $password, oidcAppId: $app) { sub _id email token access_token refresh_token } }";
    let with = |password: &str, app: Option<&str>| json!({ "email": "a@b.com", "password": password, "app": app });
    let answer = client.data(None, sign_in, with("pw123456", None));
    assert_eq!((&answer["sub"], &answer["email"]), (&json!(id), &json!("a@b.com")));
    assert_eq!(client.get(&format!("/authing/token?access_token={}", text(&answer["token"]))).1["code"], 200);
    assert_eq!(client.refusal(None, sign_in, with("wrong", None)).0, 2006);
    assert_eq!(client.refusal(None, sign_in, with("pw123456", Some("none"))).0, 2011);

    let refresh =
        "mutation($token: String!) { refreshSignInToken(refreshToken: $token) { access_token refresh_token } }";
    let token = json!({ "token": answer["refresh_token"] });
    assert_ne!(client.data(None, refresh, token.clone())["refresh_token"], answer["refresh_token"]);
    assert_eq!(client.refusal(None, refresh, token).0, 2207);
}
