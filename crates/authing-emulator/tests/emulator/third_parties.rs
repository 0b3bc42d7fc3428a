//! Third parties and directories.

use crate::support::{Client, text};
use authing_emulator::{Emulator, NewOauthProvider, defaults};
use serde_json::{Value, json};

#[test]
fn the_list_is_the_builders_until_it_is_replaced() {
    let providers = vec![NewOauthProvider::new("github", "GitHub"), NewOauthProvider::new("alipay", "支付宝")];
    let client = Client::of(Emulator::builder().oauth_providers(providers).start().expect("starts"));
    let list = || {
        let query = "query($pool: String!) { ReadOauthList(clientId: $pool) { alias name enabled } }";
        client.data(None, query, json!({ "pool": client.pool() }))
    };
    assert_eq!(list()[1], json!({ "alias": "alipay", "name": "支付宝", "enabled": true }));
    let (status, _) =
        client.post("/_emulator/oauth-providers", None, &json!([{ "alias": "qq", "name": "QQ", "enabled": false }]));
    assert_eq!((status, list()), (200, json!([{ "alias": "qq", "name": "QQ", "enabled": false }])));
    client.emulator.reset();
    assert_eq!(list()[0]["alias"], "github");
}

#[test]
fn a_user_sees_which_are_bound() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let bind = "mutation($id: String) { bindOtherOAuth(user: $id, type: \"github\", unionid: \"x\", userInfo: \"{}\") { _id } }";
    client.data(Some(&token), bind, json!({ "id": id }));
    let query = "query($id: String) { notBindOAuthList(user: $id) { type binded unionid } }";
    let list = client.data(Some(&token), query, json!({ "id": id }));
    assert_eq!(list[0], json!({ "type": "github", "binded": true, "unionid": "x" }));
    assert_eq!(list[1], json!({ "type": "wechat", "binded": false, "unionid": null }));
}

#[test]
fn an_active_directory_logs_in_through_its_connector() {
    let client = Client::of(Emulator::builder().ad_account("bob", "pw").start().expect("starts"));
    let connector = |kind: &str, id: &str| {
        let query = format!("{{ adConnectorByProvider(providerId: \"{id}\", providerType: {kind}) {{ _id status }} }}");
        client.graphql(None, &query, Value::Null).1["data"]["adConnectorByProvider"].clone()
    };
    assert_eq!(connector("OAuth", defaults::OIDC_APP_ID), Value::Null);
    assert_eq!(connector("OIDC", "none"), Value::Null);
    let id = text(&connector("OIDC", defaults::OIDC_APP_ID)["_id"]);
    let login = "mutation($name: String!, $password: String!, $id: String!) {
        loginByAd(username: $name, password: $password, adConnectorId: $id) { username token registerMethod } }";
    let with = |password: &str, id: &str| json!({ "name": "bob", "password": password, "id": id });
    let user = client.data(None, login, with("pw", &id));
    assert_eq!((&user["username"], &user["registerMethod"]), (&json!("bob"), &json!("ad:default")));
    assert_eq!(client.refusal(None, login, with("wrong", &id)).0, 2006);
    assert_eq!(client.refusal(None, login, with("pw", "none")).0, 2011);
}
