//! The log of requests, and the page's files.

use crate::support::{Client, text};
use serde_json::{Value, json};

fn log(client: &Client) -> Vec<Value> {
    client.get("/_emulator/requests").1.as_array().expect("a list").clone()
}

#[test]
fn log_has_requests_without_their_values() {
    let client = Client::start();
    let (_, token) = client.new_user();
    client.graphql(None, crate::support::LOGIN, client.login_variables("a@b.com", "wrong-password"));
    client.get(&format!("/send_smscode/17670416754/{}", client.pool()));
    client.get(&format!("/authing/token?access_token={token}"));
    client.get("/nowhere/17670416754");
    let entries = log(&client);
    let line = |entry: &Value| format!("{} {}", text(&entry["method"]), text(&entry["path"]));
    let lines: Vec<String> = entries.iter().map(line).collect();
    let expected = [
        "GET /nowhere/…",
        "GET /authing/token?access_token=…",
        "GET /send_smscode/{phone}/{pool}",
        "POST /graphql",
        "POST /graphql",
        "POST /graphql",
    ];
    assert_eq!(lines, expected);
    assert_eq!((&entries[0]["status"], &entries[0]["code"]), (&json!(404), &Value::Null));
    assert_eq!((&entries[3]["operation"], &entries[3]["code"]), (&json!("login"), &json!(2006)));
    assert_eq!((&entries[5]["operation"], &entries[5]["code"]), (&json!("register"), &json!(200)));
    let all = json!(entries).to_string();
    for secret in ["17670416754", &token, "a@b.com", "wrong-password", "pw123456"] {
        assert!(!all.contains(secret), "{all}");
    }
}

#[test]
fn a_broken_connection_is_logged_too() {
    let client = Client::start();
    let rules = json!([{ "path": "/system/status", "fault": "truncate" }]);
    client.post("/_emulator/faults", None, &rules);
    let url = format!("{}/system/status", client.emulator.url());
    assert!(ureq::get(url).call().and_then(|mut answer| answer.body_mut().read_to_string()).is_err());
    // The answer above is what the client saw; that the request is over is another thread's doing.
    while log(&client).is_empty() {
        std::thread::yield_now();
    }
    assert_eq!(log(&client)[0]["status"], Value::Null);
}

#[test]
fn any_token_is_decoded_with_its_status() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let decode = |token: &str| client.post("/_emulator/tokens/decode", None, &json!({ "token": token })).1;
    let ours = decode(&format!(" {token}\n"));
    assert_eq!((&ours["payload"]["data"]["id"], &ours["status"]["code"]), (&json!(id), &json!(200)));
    assert_eq!(decode(&client.owner_token())["status"]["code"], 200);
    let theirs = decode("eyJhbGciOiJub25lIn0.eyJpc3MiOiJlbHNld2hlcmUifQ.");
    assert_eq!((&theirs["header"]["alg"], &theirs["payload"]["iss"]), (&json!("none"), &json!("elsewhere")));
    assert_eq!(theirs["status"]["code"], 2207);
    assert_eq!(decode("rubbish")["payload"], Value::Null);
}

#[test]
fn the_page_allows_nothing_but_its_own_files() {
    let client = Client::start();
    let page = ureq::get(client.emulator.url()).call().expect("the page");
    let policy = page.headers()["content-security-policy"].to_str().expect("text").to_owned();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.headers()["x-content-type-options"], "nosniff");
    let html = page.into_body().read_to_string().expect("text");
    for part in html.split('"').filter(|value| value.starts_with("/_emulator/page/")) {
        assert_eq!(client.get(part).0, 200, "{part}");
    }
    assert!(!html.contains("://"), "nothing comes from elsewhere");
    assert_eq!(client.get("/_emulator/page/missing.js").0, 404);
}
