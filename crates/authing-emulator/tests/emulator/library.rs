//! The emulator as a test in Rust uses it.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use authing_core::Service;
use authing_emulator::{
    ConnectionFault, Emulator, Fault, FaultRule, LoggedRequest, NewRole, NewUser, NewWechatUser, SeedError,
};
use serde_json::{Value, json};

use crate::support::{Client, LOGIN, text};

fn ada() -> NewUser {
    NewUser { email: Some("ada@example.com".into()), password: Some("correct horse".into()), ..NewUser::default() }
}

#[test]
fn users_roles_and_apps_are_seeded_in_rust() {
    let with_role = NewUser { roles: vec!["admin".into()], ..ada() };
    let builder = Emulator::builder().role(NewRole::new("admin")).user(with_role).oidc_app("app", "app-secret");
    let builder = builder.wechat_user(NewWechatUser { open_id: Some("o1".into()), ..NewWechatUser::default() });
    let client = Client::of(builder.start().expect("an emulator starts"));
    client.login("ada@example.com", "correct horse");
    assert_eq!(client.emulator.users()[0]["email"], "ada@example.com");
    assert_eq!(client.emulator.wechat_users()[0].open_id, "o1");
    client.emulator.reset();
    client.login("ada@example.com", "correct horse");
    let twice = Emulator::builder().user(ada()).user(ada()).start();
    assert!(twice.is_err_and(|error| format!("{error:?}").contains("email")));
}

#[test]
fn users_and_roles_are_added_while_it_runs() {
    let client = Client::start();
    let role = client.emulator.add_role(&NewRole::new("admin")).expect("a role");
    let id = client.emulator.add_user(&NewUser { roles: vec!["admin".into()], ..ada() }).expect("a user");
    assert_eq!(client.login("ada@example.com", "correct horse")["_id"], id);
    let state: Value = serde_json::from_str(&client.emulator.export()).expect("JSON");
    assert_eq!(state["state"]["roles"]["members"][0]["role"], role);
    assert!(matches!(client.emulator.add_user(&ada()), Err(SeedError::Taken { what: "email", .. })));
    assert!(matches!(client.emulator.add_role(&NewRole::new("admin")), Err(SeedError::SameRole { .. })));
    let unknown = NewUser { username: Some("bob".into()), roles: vec!["none".into()], ..NewUser::default() };
    assert!(matches!(client.emulator.add_user(&unknown), Err(SeedError::NoSuchRole { .. })));
    assert_eq!(client.emulator.users().len(), 1, "a rejected user changes nothing");
}

#[test]
fn no_debug_shows_a_seeded_password() {
    let builder = Emulator::builder().user(ada());
    for shown in [format!("{builder:?}"), format!("{:?}", ada())] {
        assert!(!shown.contains("correct horse") && !shown.contains("ada@example.com"), "{shown}");
    }
}

#[test]
fn the_clock_is_set() {
    let client = Client::start();
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_900_000_000);
    client.emulator.set_now(then);
    assert!(client.emulator.now().duration_since(then).is_ok_and(|since| since < Duration::from_mins(1)));
    assert_eq!(client.post("/_emulator/clock", None, &json!({ "now": "2020-02-03T04:05:06+08:00" })).0, 200);
    let (_, about) = client.get("/_emulator");
    assert!(about["now"].as_str().expect("a date").starts_with("2020-02-02T20:05:"), "{about}");
    for wrong in
        [json!({}), json!({ "now": "yesterday" }), json!({ "now": "2020-01-01T00:00:00Z", "advanceSeconds": 1 })]
    {
        assert_eq!(client.post("/_emulator/clock", None, &wrong).0, 422, "{wrong}");
    }
}

#[test]
fn a_fault_meets_a_graphql_operation_by_name() {
    let client = Client::start();
    client.register("a@b.com", "pw123456");
    let unavailable = Fault::Respond { status: 503, body: Value::Null, headers: std::collections::BTreeMap::default() };
    client.emulator.set_faults(vec![FaultRule::on_operation("login", unavailable)]);
    assert_eq!(client.graphql(None, "{ qiNiuUploadToken }", Value::Null).0, 200);
    assert_eq!(client.get("/system/status").0, 200);
    assert_eq!(client.graphql(None, LOGIN, client.login_variables("a@b.com", "pw123456")).0, 503);
    client.login("a@b.com", "pw123456");

    let rules = json!([{ "operation": "Named", "times": 2, "fault": { "status": 502 } }]);
    assert_eq!(client.post("/_emulator/faults", None, &rules).0, 200);
    assert_eq!(client.graphql(None, "query Named { qiNiuUploadToken }", Value::Null).0, 502);
    assert_eq!(client.graphql(None, "query Other { qiNiuUploadToken }", Value::Null).0, 200);

    let rule = FaultRule::on_path("/system/*", Fault::Connection(ConnectionFault::Reset)).with_times(0);
    client.emulator.set_faults(vec![rule]);
    assert_eq!(client.get("/system/status").0, 200);
}

#[test]
fn a_wrong_fault_is_answered_with_the_right_ones() {
    let client = Client::start();
    for wrong in [json!("melt"), json!({ "delay": 5 }), json!(5)] {
        let (status, answer) = client.post("/_emulator/faults", None, &json!([{ "path": "/", "fault": wrong }]));
        let answer = answer.as_str().expect("text");
        assert_eq!(status, 422);
        for right in ["\"reset\"", "\"truncate\"", "\"garbage\"", "\"stall\"", "delayMs", "status"] {
            assert!(answer.contains(right), "{right} in {answer}");
        }
    }
}

#[test]
fn a_client_is_configured_with_what_the_emulator_gives() {
    let client = Client::start();
    let config = client.emulator.config().expect("a configuration");
    assert_eq!(config.pool().as_str(), client.pool());
    assert!(config.base_url(Service::User).base().starts_with(client.emulator.url()));
    assert!(!format!("{config:?}").contains(client.emulator.secret()));
    let open = Emulator::builder().listen(([0, 0, 0, 0], 0).into()).start().expect("an emulator starts");
    let config = open.config().expect("a configuration");
    assert!(config.base_url(Service::User).base().starts_with("http://127.0.0.1:"));
}

#[test]
fn library_and_control_api_show_the_same() {
    let client = Client::start();
    let (id, token) = client.new_user();
    client.get(&format!("/qrcode/gene?scene=APP_AUTH&userPoolId={}", client.pool()));
    let emulator = &client.emulator;
    let of = |path: &str| client.get(&format!("/_emulator/{path}")).1;
    assert_eq!(of("users"), json!(emulator.users()));
    assert_eq!(of("qr"), json!(emulator.qr_codes()));
    assert_eq!(of("requests"), json!(emulator.requests()));
    assert_eq!(of("wechat/users"), json!(emulator.wechat_users()));
    let decoded = client.post("/_emulator/tokens/decode", None, &json!({ "token": token })).1;
    assert_eq!(decoded, emulator.decode_token(&token));
    assert_eq!(emulator.qr_codes()[0].status, "waiting");
    assert!(emulator.authorize_app(&id, "app", None).len() == 24);
    assert!(!emulator.verify_email("a@b.com", "0000"));
    let send = "mutation($e: String!, $c: String!) { sendVerifyEmail(email: $e, client: $c) { message } }";
    client.data(None, send, json!({ "e": "a@b.com", "c": client.pool() }));
    assert!(emulator.verify_email("a@b.com", &emulator.inbox()[0].code));
    assert_eq!(emulator.users()[0]["emailVerified"], true);
    assert_eq!(emulator.captcha(), None);
    for _ in 0..3 {
        client.graphql(None, LOGIN, client.login_variables("a@b.com", "wrong-password"));
    }
    assert_eq!(emulator.captcha().map(Value::from), Some(of("captcha")["code"].clone()));
}

#[test]
fn each_request_is_told_to_the_observer() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&seen);
    let observe = move |request: &LoggedRequest| keep.lock().expect("a lock").push(request.to_string());
    let client = Client::of(Emulator::builder().on_request(observe).start().expect("an emulator starts"));
    client.graphql(None, LOGIN, client.login_variables("a@b.com", "pw123456"));
    client.get("/_emulator");
    // The last one is told when its response has been sent.
    let lines = loop {
        let lines = seen.lock().expect("a lock").clone();
        if !lines.is_empty() {
            break lines;
        }
        std::thread::yield_now();
    };
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains(" POST /graphql login 200 2004 "), "{lines:?}");
    assert!(!text(&json!(lines[0])).contains("a@b.com"));
}
