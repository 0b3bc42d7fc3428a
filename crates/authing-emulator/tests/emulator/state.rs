//! What an emulator starts from, and what it leaves behind: the configuration file, export and import.

use std::path::Path;
use std::time::Duration;

use crate::support::{Client, text};
use authing_emulator::{Emulator, FileError, ImportError, SeedError, StartError};
use serde_json::{Value, json};

fn example() -> Client {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/emulator.toml");
    let builder = Emulator::builder().config_file(path).expect("the example is a configuration file");
    Client::of(builder.listen(([127, 0, 0, 1], 0).into()).start().expect("an emulator starts"))
}

/// A configuration file of this text, in a folder that goes with it.
fn file(text: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("emulator.toml");
    std::fs::write(&path, text).expect("a file");
    (folder, path)
}

#[test]
fn the_example_file_seeds_what_it_says() {
    let client = example();
    let ada = client.login("ada@example.com", "correct horse");
    assert_eq!(ada["_id"], "5e05bbf2d51b3761d5c710aa");
    let users = client.get("/_emulator/users").1;
    let of = |id: &str| users.as_array().expect("users").iter().find(|user| user["_id"] == id).expect("there").clone();
    let shown = of("5e05bbf2d51b3761d5c710aa");
    assert_eq!((&shown["nickname"], &shown["metadata"]), (&json!("Ada"), &json!({ "theme": "dark" })));
    assert_eq!(shown["bindings"][0]["unionid"], "4321");
    let token = &shown["tokens"][0];
    assert_eq!(token["status"], json!({ "code": 200, "message": "已登录" }));
    let payload = &token["payload"];
    assert_eq!(payload["exp"].as_i64().expect("exp") - payload["iat"].as_i64().expect("iat"), 3600);
    let state: Value = serde_json::from_str(&client.emulator.export()).expect("JSON");
    assert_eq!(state["state"]["roles"]["roles"][0]["name"], "admin");
    assert_eq!(state["state"]["roles"]["members"][0]["user"], "5e05bbf2d51b3761d5c710aa");
    let people = client.get("/_emulator/wechat/users").1;
    assert_eq!(people, json!([{ "openId": "oGZUI0egBJY1zhBYw2KhdUfwVJJE", "nickName": "Band" }]));
    assert!(client.emulator.wx_login("oGZUI0egBJY1zhBYw2KhdUfwVJJE").is_some());
}

#[test]
fn a_reset_goes_back_to_what_was_seeded() {
    let client = example();
    client.register("new@b.com", "pw123456");
    client.emulator.reset();
    assert_eq!(client.get("/_emulator").1["users"], 2);
    client.login("ada@example.com", "correct horse");
}

#[test]
fn a_mistake_in_the_file_is_named_with_its_line() {
    let (_folder, path) = file("listen = \"127.0.0.1:0\"\n\n[pool]\nsecert = \"hunter2\"\n");
    let error = Emulator::builder().config_file(&path).expect_err("an unknown key");
    assert!(matches!(error, FileError::Content { line: 4, column: 1, .. }), "{error}");
    assert!(error.to_string().contains("secert") && !error.to_string().contains("hunter2"), "{error}");
    let missing = Emulator::builder().config_file(path.with_file_name("missing.toml")).expect_err("no such file");
    assert!(matches!(missing, FileError::Read { .. }), "{missing}");
}

#[test]
fn contradicting_seeds_are_rejected() {
    let refusal = |text: &str| {
        let (_folder, path) = file(text);
        match Emulator::builder().config_file(path).expect("a file").start() {
            Err(StartError::Seed(error)) => error,
            other => panic!("a refusal, not {other:?}"),
        }
    };
    let taken = refusal("[[users]]\nemail = \"a@b.com\"\n[[users]]\nemail = \"A@b.com\"\n");
    assert!(matches!(taken, SeedError::Taken { user: 2, what: "email" }), "{taken}");
    let nameless = refusal("[[users]]\npassword = \"pw123456\"\n");
    assert!(matches!(nameless, SeedError::Nameless { user: 1 }), "{nameless}");
    let role = refusal("[[users]]\nemail = \"a@b.com\"\nroles = [\"admin\"]\n");
    assert!(matches!(role, SeedError::NoSuchRole { user: 1, .. }), "{role}");
    let short = refusal("[[users]]\nemail = \"a@b.com\"\npassword = \"pw\"\n");
    assert!(matches!(short, SeedError::ShortPassword { user: 1 }), "{short}");
    let twins = refusal("[[roles]]\nname = \"a\"\n[[roles]]\nname = \"a\"\n");
    assert!(matches!(twins, SeedError::SameRole { role: 2 }), "{twins}");
}

/// An emulator with something of everything that a state holds.
fn lived_in() -> (Client, String, String) {
    let client = example();
    let (id, revoked) = client.new_user();
    let logout = "mutation($user: UserUpdateInput!) { updateUser(options: $user) { tokenExpiredAt } }";
    let user = json!({ "_id": id, "registerInClient": client.pool(), "tokenExpiredAt": "0" });
    client.data(Some(&revoked), logout, json!({ "user": user }));
    client.emulator.advance(Duration::from_mins(10));
    let live = text(&client.login("a@b.com", "pw123456")["token"]);
    client.get(&format!("/send_smscode/17670416754/{}", client.pool()));
    client.emulator.wx_login("oGZUI0egBJY1zhBYw2KhdUfwVJJE");
    client.get(&format!("/qrcode/gene?scene=APP_AUTH&userPoolId={}", client.pool()));
    client.data(None, "{ qiNiuUploadToken }", Value::Null);
    (client, live, revoked)
}

#[test]
fn a_state_comes_back_exactly() {
    let (client, live, revoked) = lived_in();
    let code = text(&client.get("/_emulator/inbox").1[0]["code"]);
    let exported = client.emulator.export();
    assert_eq!(client.get("/_emulator/state").1, serde_json::from_str::<Value>(&exported).expect("JSON"));

    let other = Client::start();
    other.register("gone@b.com", "pw123456");
    other.emulator.import(&exported).expect("the same pool's state");
    assert_eq!(other.emulator.export(), exported);
    assert_eq!(other.get("/_emulator").1["users"], 3);
    assert_eq!(other.get(&format!("/authing/token?access_token={live}")).1["code"], 200);
    assert_eq!(other.get(&format!("/authing/token?access_token={revoked}")).1["code"], 2206);
    other.login("a@b.com", "pw123456");
    assert_eq!(text(&other.get("/_emulator/inbox").1[0]["code"]), code);
    let again = other.get(&format!("/send_smscode/17670416754/{}", other.pool())).1;
    assert_eq!(again["code"], 500, "the code sent a moment ago is still good: {again}");
}

/// What an earlier version exported: the same state without something that has come since.
#[test]
fn earlier_states_are_imported_with_defaults() {
    let (client, live, _) = lived_in();
    let exported: Value = serde_json::from_str(&client.emulator.export()).expect("JSON");
    let paths = containers("/state", &exported["state"]);
    assert!(paths.len() > 15, "{paths:?}");
    for path in paths.iter().map(String::as_str).chain(["/state/users/2/logins"]) {
        let (container, field) = path.rsplit_once('/').expect("a path");
        let mut earlier = exported.clone();
        let gone = match earlier.pointer_mut(container) {
            Some(Value::Object(fields)) => fields.remove(field),
            _ => None,
        };
        assert!(gone.is_some(), "{path} is not in {exported}");
        let other = Client::start();
        other.emulator.import(&earlier.to_string()).unwrap_or_else(|error| panic!("without {path}: {error}"));
        let users = if path == "/state/users" { 0 } else { 3 };
        assert_eq!(other.get("/_emulator").1["users"], users, "without {path}");
        if users > 0 {
            assert_eq!(other.get(&format!("/authing/token?access_token={live}")).1["code"], 200, "without {path}");
        }
    }
}

/// The fields of the state and of the containers in it.
fn containers(path: &str, state: &Value) -> Vec<String> {
    let of = |path: &str, container: &Value| -> Vec<String> {
        let fields = container.as_object().into_iter().flatten();
        fields.map(|(field, _)| format!("{path}/{field}")).collect()
    };
    let inner = ["wechat", "uploads", "qr", "roles", "rbac"];
    let inner = inner.iter().flat_map(|name| of(&format!("{path}/{name}"), &state[name]));
    of(path, state).into_iter().chain(inner).collect()
}

#[test]
fn a_state_goes_in_over_http() {
    let (client, ..) = lived_in();
    let state = client.get("/_emulator/state").1;
    let other = Client::start();
    assert_eq!(other.put("/_emulator/state", &state), (200, json!({ "imported": true })));
    assert_eq!(other.get("/_emulator/state").1, state);
    assert_eq!(other.put("/_emulator/state", &json!({ "format": 1 })).0, 422);
    assert_eq!(other.get("/_emulator/state").1, state, "a refused state changes nothing");
}

#[test]
fn foreign_states_are_rejected() {
    let client = Client::start();
    let error = |json: &str| client.emulator.import(json).expect_err("a refusal");
    assert!(matches!(error("{"), ImportError::Unreadable { line: 1, .. }));
    assert!(matches!(error("{\"format\": 99}"), ImportError::Format { found: 99 }));
    let elsewhere = Emulator::builder().user_pool_id("another").start().expect("starts").export();
    assert!(matches!(error(&elsewhere), ImportError::Pool { .. }), "{}", error(&elsewhere));
    let damaged = client.emulator.export().replace("\"users\": []", "\"users\": [\"hunter2\"]");
    assert!(!error(&damaged).to_string().contains("hunter2"));
}

#[test]
fn the_state_is_written_at_the_end_and_read_at_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("state.json");
    let client = Client::of(Emulator::builder().export_to(&path).start().expect("starts"));
    client.register("a@b.com", "pw123456");
    client.emulator.stop().expect("written");
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "no temporary file is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(path.metadata().expect("a file").permissions().mode() & 0o777, 0o600);
    }
    let again = Client::of(Emulator::builder().import_from(&path).start().expect("starts"));
    again.login("a@b.com", "pw123456");
    let elsewhere = Emulator::builder().export_to(folder.path().join("missing/state.json")).start();
    assert!(elsewhere.expect_err("no such folder").to_string().contains("state.json"));
}
