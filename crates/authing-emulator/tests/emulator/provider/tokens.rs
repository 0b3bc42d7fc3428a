//! Tokens: what they say, how they are renewed, and what ends them.

use std::time::{Duration, UNIX_EPOCH};

use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde_json::{Value, json};

use super::{Provider, SHOP, claims, part};
use crate::support::text;

#[test]
fn id_token_has_the_claims_of_its_scope() {
    let provider = Provider::start();
    let tokens = provider.tokens(&[("scope", "openid email phone profile"), ("nonce", "N")]);
    assert_eq!((&tokens["token_type"], &tokens["expires_in"]), (&json!("Bearer"), &json!(3600)));
    let claims = claims(&tokens["id_token"]);
    for (name, value) in [
        ("iss", json!(provider.client.emulator.issuer())),
        ("aud", json!("shop")),
        ("sub", json!(provider.user)),
        ("nonce", json!("N")),
        ("email", json!("a@b.com")),
        ("email_verified", json!(false)),
        ("phone_number", Value::Null),
        ("nickname", Value::Null),
    ] {
        assert_eq!(claims[name], value, "{name}");
        assert!(claims.as_object().expect("an object").contains_key(name), "{name} is null, not left out");
    }
    assert!(claims["at_hash"].is_string() && claims["sid"].is_string() && claims["updated_at"].is_number());
    assert_eq!(claims["exp"].as_i64(), claims["iat"].as_i64().map(|iat| iat + 3600));
    assert!(claims["auth_time"].as_i64() <= claims["iat"].as_i64());
    let header = part(&tokens["id_token"], 0);
    let keys = provider.client.get("/oidc/.well-known/jwks.json").1;
    assert_eq!((&header["alg"], &header["kid"]), (&json!("RS256"), &keys["keys"][0]["kid"]));
}

/// `idpyoidc`, a certified relying party, parses it as a date whenever it is there.
#[test]
fn unknown_birthdate_is_left_out() {
    let provider = Provider::start();
    let tokens = provider.tokens(&[("scope", "openid profile")]);
    let user_info = provider.client.get(&format!("/oidc/me?access_token={}", text(&tokens["access_token"]))).1;
    for claims in [claims(&tokens["id_token"]), user_info] {
        assert!(!claims.as_object().expect("an object").contains_key("birthdate"), "{claims}");
        assert!(claims.as_object().expect("an object").contains_key("gender"), "{claims}");
    }
}

#[test]
fn scope_without_openid_gives_no_id_token() {
    let provider = Provider::start();
    let tokens = provider.tokens(&[("scope", "email")]);
    assert!(tokens["id_token"].is_null());
    assert_eq!(provider.client.get(&format!("/oidc/me?access_token={}", text(&tokens["access_token"]))).0, 403);
}

#[test]
fn refresh_token_needs_offline_access_and_consent() {
    let provider = Provider::start();
    for given in [vec![("scope", "openid offline_access")], vec![("scope", "openid"), ("prompt", "consent")]] {
        let tokens = provider.tokens(&given);
        assert_eq!((&tokens["refresh_token"], &tokens["scope"]), (&Value::Null, &json!("openid")), "{given:?}");
    }
    assert!(provider.offline_tokens()["refresh_token"].is_string());
}

#[test]
fn refresh_keeps_the_login_and_may_narrow_the_scope() {
    let provider = Provider::start();
    let tokens = provider.offline_tokens();
    let (_, next) = provider.refresh(&tokens);
    let (before, after) = (claims(&tokens["id_token"]), claims(&next["id_token"]));
    for name in ["iss", "sub", "aud", "auth_time", "sid"] {
        assert_eq!(before[name], after[name], "{name}");
    }
    let more = |scope: &str| {
        let token = text(&next["refresh_token"]);
        provider.post("/oidc/token", &format!("{SHOP}&grant_type=refresh_token&refresh_token={token}&scope={scope}"))
    };
    assert_eq!(more("openid%20phone").1["error"], "invalid_scope");
    let (status, narrowed) = more("openid");
    assert_eq!((status, &narrowed["scope"]), (200, &json!("openid")), "the wrong scope has not used it up");
    assert_eq!(provider.refresh(&narrowed).1["scope"], "openid email offline_access", "the grant is as wide as before");
}

#[test]
fn tokens_expire() {
    let provider = Provider::start();
    let tokens = provider.offline_tokens();
    provider.client.emulator.advance(Duration::from_hours(1));
    assert!(!provider.is_active(&tokens["access_token"]) && provider.is_active(&tokens["refresh_token"]));
    provider.client.emulator.advance(Duration::from_hours(30 * 24));
    assert!(!provider.is_active(&tokens["refresh_token"]));
    assert_eq!(provider.refresh(&tokens).1["error"], "invalid_grant");
}

#[test]
fn logout_and_block_of_a_user_end_their_tokens() {
    let provider = Provider::start();
    let tokens = provider.offline_tokens();
    let code = provider.code(&[]);
    let user_token = text(&provider.client.login("a@b.com", "pw123456")["token"]);
    let logout = "mutation($options: UserUpdateInput!) { updateUser(options: $options) { _id } }";
    let options = json!({ "_id": provider.user, "tokenExpiredAt": "0" });
    provider.client.data(Some(&user_token), logout, json!({ "options": options }));
    assert!(!provider.is_active(&tokens["access_token"]) && !provider.is_active(&tokens["refresh_token"]));
    assert_eq!(provider.refresh(&tokens).1["error"], "invalid_grant");
    assert_eq!(provider.exchange(&code).1["error"], "invalid_grant");
    assert!(provider.is_active(&provider.tokens(&[])["access_token"]), "a new login works at once");
}

/// Clients without a leeway refuse it: `PyJWT`.
#[test]
fn token_right_after_a_logout_is_not_from_the_future() {
    let provider = Provider::start();
    for _ in 0..3 {
        let logout = "mutation($options: UserUpdateInput!) { updateUser(options: $options) { _id } }";
        let options = json!({ "_id": provider.user, "tokenExpiredAt": "0" });
        let user_token = text(&provider.client.login("a@b.com", "pw123456")["token"]);
        provider.client.data(Some(&user_token), logout, json!({ "options": options }));
        let tokens = provider.tokens(&[]);
        let now = provider.client.emulator.now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
        for name in ["id_token", "access_token"] {
            let claims = claims(&tokens[name]);
            for claim in ["iat", "auth_time"].into_iter().filter_map(|claim| claims[claim].as_u64()) {
                assert!(claim <= now, "{name}: {claims}, and it is {now}");
            }
        }
    }
}

#[test]
fn introspection_is_for_the_applications_own_tokens() {
    let provider = Provider::start();
    let tokens = provider.offline_tokens();
    let ask = |client: &str, token: &Value| {
        provider.post("/oidc/token/introspection", &format!("{client}&token={}", text(token)))
    };
    let (status, access) = ask(SHOP, &tokens["access_token"]);
    assert_eq!((status, &access["active"], &access["token_type"]), (200, &json!(true), &json!("Bearer")));
    assert_eq!((&access["client_id"], &access["sub"]), (&json!("shop"), &json!(provider.user)));
    assert_eq!(
        (&access["scope"], &access["iss"]),
        (&json!("openid email offline_access"), &json!(provider.client.emulator.issuer()))
    );
    for name in ["exp", "iat", "jti"] {
        assert_eq!(access[name], claims(&tokens["access_token"])[name], "{name}");
    }
    let inactive = json!({ "active": false });
    assert_eq!(ask("client_id=other&client_secret=other-secret", &tokens["access_token"]).1, inactive);
    assert_eq!(ask("client_id=other&client_secret=other-secret", &tokens["refresh_token"]).1, inactive);
    assert_eq!(ask(SHOP, &json!("x")).1, inactive);
    assert_eq!(ask(SHOP, &tokens["id_token"]).1, inactive, "an id token is no access token");
    assert_eq!(ask("client_id=shop", &tokens["access_token"]).0, 401);
    assert_eq!(provider.error("/oidc/token/introspection", SHOP), (400, "invalid_request".into()));
}

#[test]
fn revoked_refresh_token_ends_its_grant() {
    let provider = Provider::start();
    let revoke = |client: &str, token: &Value| {
        provider.post("/oidc/token/revocation", &format!("{client}&token={}", text(token)))
    };
    let tokens = provider.offline_tokens();
    assert_eq!(revoke(SHOP, &tokens["access_token"]), (200, json!("")));
    assert!(!provider.is_active(&tokens["access_token"]) && provider.is_active(&tokens["refresh_token"]));
    let (_, next) = provider.refresh(&tokens);
    let (status, error) = revoke("client_id=other&client_secret=other-secret", &next["refresh_token"]);
    assert_eq!((status, &error["error"]), (400, &json!("invalid_request")), "another application's");
    assert_eq!(revoke(SHOP, &next["refresh_token"]).0, 200);
    assert!(!provider.is_active(&next["access_token"]) && !provider.is_active(&next["refresh_token"]));
    assert_eq!(revoke(SHOP, &json!("unknown")).0, 200);
    assert_eq!(provider.error("/oidc/token/revocation", SHOP), (400, "invalid_request".into()));
}

#[test]
fn hs256_token_is_signed_with_the_applications_secret() {
    let provider = Provider::start();
    let code = provider.code(&[("client_id", "old")]);
    let form = format!(
        "client_id=old&client_secret=old-secret&grant_type=authorization_code&code={code}&redirect_uri={}",
        super::CALLBACK
    );
    let tokens = provider.post("/oidc/token", &form).1;
    assert_eq!(part(&tokens["id_token"], 0)["alg"], "HS256");
    assert_eq!(part(&tokens["access_token"], 0)["alg"], "RS256");
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_audience(&["old"]);
    let verified =
        jsonwebtoken::decode::<Value>(text(&tokens["id_token"]), &DecodingKey::from_secret(b"old-secret"), &validation);
    assert_eq!(verified.expect("verifies").claims["sub"], json!(provider.user));
}

#[test]
fn oauth_endpoints_give_the_whole_profile() {
    let provider = Provider::start();
    let url = provider.authorization_url(&[("scope", "")]).replace("/oidc/auth?", "/oauth/auth?");
    let mut browser = super::browser::Browser::new(&provider);
    let page = browser.get(&url).location.expect("the login page");
    let shown = browser.get(&page);
    let form = super::browser::password_form("a@b.com", "pw123456");
    let location = browser.submit(&page, &shown, &form).location.expect("a redirect");
    let code = super::parameter(&location, "code").expect("a code");
    let form = format!("{SHOP}&grant_type=authorization_code&code={code}&redirect_uri={}", super::CALLBACK);
    let (status, tokens) = provider.post("/oauth/token", &form);
    assert_eq!((status, &tokens["scope"], &tokens["id_token"]), (200, &json!("user"), &Value::Null));
    let me = provider.client.get(&format!("/oauth/me?access_token={}", text(&tokens["access_token"]))).1;
    assert_eq!((&me["sub"], &me["email"]), (&json!(provider.user), &json!("a@b.com")));
}
