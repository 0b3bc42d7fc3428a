//! What `new Authing(…)` may be given.

use authing_core::{Error, PublicKey};
use serde_json::{Value, json};

use crate::package::script::Js;

/// The address and the time limit of a request of the user service, and of the oauth service.
fn requests(options: &Value) -> [(String, u64); 2] {
    let js = Js::with(options).unwrap();
    let user = json!({ "id": "u1" });
    let apps = json!({ "userId": "u1" });
    [("user", user), ("getAuthedAppList", apps)].map(|(method, argument)| {
        let step = &js.run(method, &argument)[0];
        (step.with["url"].as_str().unwrap().to_owned(), step.with["timeout"].as_u64().unwrap())
    })
}

fn refused(options: &Value) -> String {
    match Js::with(options) {
        Err(error @ Error::InvalidArgument(_)) => error.to_string(),
        Err(error) => panic!("{options}: {error}"),
        Ok(_) => panic!("{options} is taken"),
    }
}

#[test]
fn pool_id_alone_configures_the_public_service() {
    let [user, oauth] = requests(&json!({ "userPoolId": "pool-1" }));
    assert_eq!(user, ("https://users.authing.cn/graphql".to_owned(), 10_000));
    assert_eq!(oauth, ("https://oauth.authing.cn/graphql".to_owned(), 10_000));
}

#[test]
fn one_host_serves_everything() {
    let [user, oauth] = requests(&json!({ "userPoolId": "pool-1", "host": "http://127.0.0.1:5510" }));
    assert_eq!((user.0.as_str(), oauth.0.as_str()), ("http://127.0.0.1:5510/graphql", "http://127.0.0.1:5510/graphql"));
}

#[test]
fn hosts_may_be_given_one_by_one() {
    let hosts =
        json!({ "user": "https://a.cn/graphql", "oauth": "https://b.cn/graphql", "core": null, "nonsense": null });
    let [user, oauth] = requests(&json!({ "userPoolId": "pool-1", "host": hosts }));
    assert_eq!((user.0.as_str(), oauth.0.as_str()), ("https://a.cn/graphql", "https://b.cn/graphql"));

    let hosts = json!({ "upload": "https://up.cn", "cdn": "https://cdn.cn" });
    let js = Js::with(&json!({ "userPoolId": "pool-1", "host": hosts })).unwrap();
    let steps = js.run("changeAvatar", &json!("u1"));
    assert_eq!(steps[2].with["url"], "https://up.cn/");
    assert_eq!(steps[3].body()["variables"]["photo"], "https://cdn.cn/avatar/k.png");
}

#[test]
fn hosts_that_would_leak_passwords_are_rejected() {
    for (host, argument) in [
        (json!({ "user": "https://a.cn/graphql" }), "host.oauth"),
        (json!({ "oauth": "https://a.cn/graphql" }), "host.user"),
        (json!("http://a.cn"), "host"),
        (json!({ "cdn": "http://a.cn" }), "host.cdn"),
    ] {
        let error = refused(&json!({ "userPoolId": "pool-1", "host": host }));
        assert!(error.starts_with(&format!("argument `{argument}`")), "{error}");
    }
    Js::with(&json!({ "userPoolId": "pool-1", "host": "http://192.168.1.7:5510", "allowPlainHttp": true })).unwrap();
}

#[test]
fn a_time_limit_is_in_milliseconds() {
    let [user, _] = requests(&json!({ "userPoolId": "pool-1", "timeout": 2500 }));
    assert_eq!(user.1, 2500);
    for nonsense in [json!(-1), json!("soon"), json!([]), Value::Null] {
        let [user, _] = requests(&json!({ "userPoolId": "pool-1", "timeout": nonsense }));
        assert_eq!(user.1, 10_000);
    }
    let [user, _] = requests(&json!({ "userPoolId": "pool-1", "timeout": i64::MAX }));
    assert_eq!(user.1, u64::from(u32::MAX), "JavaScript's timers take no more");
}

#[test]
fn a_key_goes_by_either_name() {
    for name in ["publicKey", "passwordEncPublicKey"] {
        Js::with(&json!({ "userPoolId": "pool-1", name: PublicKey::PUBLIC_SERVICE })).unwrap();
        assert!(refused(&json!({ "userPoolId": "pool-1", name: "nonsense" })).starts_with("argument `publicKey`"));
    }
}

#[test]
fn invalid_option_is_named() {
    for (options, name) in [
        (json!([]), "options"),
        (json!(7), "options"),
        (json!({}), "userPoolId"),
        (json!({ "userPoolId": "" }), "userPoolId"),
        (json!({ "userPoolId": 7 }), "userPoolId"),
        (json!({ "userPoolId": "no spaces" }), "userPoolId"),
        (json!({ "userPoolId": "pool-1", "host": "nonsense" }), "host"),
        (json!({ "userPoolId": "pool-1", "host": 7 }), "host"),
        (json!({ "userPoolId": "pool-1", "host": { "user": "nonsense" } }), "host.user"),
        (json!({ "userPoolId": "pool-1", "host": { "users": "http://a.cn" } }), "host"),
        (json!({ "userPoolId": "pool-1", "host": { "cdn": "ftp://a.cn" } }), "host.cdn"),
    ] {
        let message = refused(&options);
        assert!(message.starts_with(&format!("argument `{name}` ")), "{options}: {message}");
    }
}
