//! The server as such: uploads, faults on the socket, the host check, the control API, the end.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::{Client, raw};
use authing_emulator::Emulator;
use serde_json::{Value, json};

fn status_request(host: &str) -> String {
    format!("GET /system/status HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n")
}

fn set_fault(client: &Client, fault: &Value) {
    let rules = json!([{ "path": "/system/status", "times": 1, "fault": fault }]);
    assert_eq!(client.post("/_emulator/faults", None, &rules).0, 200);
}

#[test]
fn control_api_describes_the_emulator() {
    let client = Client::start();
    let about = client.get("/_emulator").1;
    assert_eq!(about["userPoolId"], client.pool());
    assert_eq!(about["secret"], client.emulator.secret());
    assert_eq!(about["publicKey"], client.emulator.public_key_pem());
    assert_eq!(about["hosts"]["user"], format!("{}/graphql", client.emulator.url()));
    assert_eq!(client.get("/system/status").1, json!({ "ok": 2 }));
    assert_eq!(client.get("/nowhere").0, 404);
}

#[test]
fn only_loopback_hosts_are_answered() {
    let client = Client::start();
    let text = |host| String::from_utf8(raw(&client, &status_request(host)).expect("an answer")).expect("text");
    assert!(text("localhost").starts_with("HTTP/1.1 200"));
    assert!(text("evil.example").starts_with("HTTP/1.1 403"));
    let without = raw(&client, "GET /system/status HTTP/1.1\r\nconnection: close\r\n\r\n").expect("an answer");
    assert!(String::from_utf8_lossy(&without).starts_with("HTTP/1.1 403"));
}

#[test]
fn upload_needs_a_token_and_is_served_by_the_cdn() {
    let client = Client::start();
    let token = client.data(None, "{ qiNiuUploadToken }", Value::Null);
    let form = |token: &str, key: Option<&str>| {
        let part = |name: &str, value: &str| {
            format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let key = key.map(|key| part("key", key)).unwrap_or_default();
        let file = "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.png\"\r\ncontent-type: image/png\r\n\r\npng\r\n--b--\r\n";
        let body = part("token", token) + &key + file;
        client.post_bytes("/upload", "multipart/form-data; boundary=b", body.as_bytes())
    };
    let token = token.as_str().expect("a token");
    let (status, answer) = form(token, Some("avatar/wechatapp/a.png"));
    assert_eq!((status, &answer["key"]), (200, &json!("avatar/wechatapp/a.png")));
    assert_eq!(client.get("/cdn/avatar/wechatapp/a.png"), (200, json!("png")));
    let unnamed = form(token, None).1;
    assert_eq!(unnamed["key"], unnamed["hash"]);
    assert_eq!(form("made-up", Some("k")), (401, json!({ "error": "bad token" })));
    assert_eq!(client.get("/cdn/missing").0, 404);
    assert_eq!(client.get("/cdn"), (200, json!("a\n")));
    client.emulator.advance(Duration::from_hours(1));
    assert_eq!(form(token, Some("k")).0, 401);
}

#[test]
fn a_fault_can_answer_as_a_gateway_would() {
    let client = Client::start();
    set_fault(&client, &json!({ "status": 502, "body": "<html>" }));
    assert_eq!(client.get("/system/status"), (502, json!("<html>")));
    assert_eq!(client.get("/system/status").0, 200, "once only");
    set_fault(&client, &json!({ "delayMs": 50 }));
    let before = Instant::now();
    assert_eq!(client.get("/system/status").0, 200);
    assert!(before.elapsed() >= Duration::from_millis(50));
    assert_eq!(client.post("/_emulator/faults", None, &json!([{ "path": "/", "fault": "melt" }])).0, 422);
}

#[test]
fn a_fault_can_break_the_connection() {
    let client = Client::start();
    let request = status_request("localhost");
    set_fault(&client, &json!("reset"));
    assert_eq!(raw(&client, &request).expect_err("reset").kind(), ErrorKind::ConnectionReset);

    set_fault(&client, &json!("truncate"));
    let cut = String::from_utf8(raw(&client, &request).expect("bytes")).expect("text");
    let (head, body) = cut.split_once("\r\n\r\n").expect("a head");
    assert!(head.contains("content-length: 1000") && body.len() < 1000, "{cut}");

    set_fault(&client, &json!("garbage"));
    assert!(!raw(&client, &request).expect("bytes").starts_with(b"HTTP/"));

    set_fault(&client, &json!("stall"));
    let mut stream = TcpStream::connect(client.emulator.address()).expect("connects");
    stream.set_read_timeout(Some(Duration::from_millis(200))).expect("a timeout");
    stream.write_all(request.as_bytes()).expect("sends");
    let kind = stream.read(&mut [0; 16]).expect_err("nothing comes").kind();
    assert!(matches!(kind, ErrorKind::WouldBlock | ErrorKind::TimedOut), "{kind}");
    assert_eq!(client.get("/system/status").0, 200);
}

#[test]
fn a_reset_forgets_everything() {
    let client = Client::start();
    let (_, token) = client.new_user();
    client.post("/_emulator/clock", None, &json!({ "advanceSeconds": 3600 }));
    client.get(&format!("/send_smscode/17670416754/{}", client.pool()));
    assert_eq!(client.get("/_emulator/inbox").1.as_array().map(Vec::len), Some(1));
    set_fault(&client, &json!("stall"));
    client.post("/_emulator/reset", None, &json!({}));
    assert_eq!(client.get("/system/status").0, 200);
    assert_eq!(client.get("/_emulator/inbox").1, json!([]));
    assert_eq!(client.get("/_emulator").1["users"], 0);
    assert_eq!(client.get(&format!("/authing/token?access_token={token}")).1["code"], 2207);
}

#[test]
fn dropping_it_gives_the_port_back() {
    let emulator = Emulator::start().expect("starts");
    let address = emulator.address();
    drop(emulator);
    assert!(TcpStream::connect(address).is_err());
    assert_eq!(Emulator::builder().listen(address).start().expect("the port is free").address(), address);
}

#[test]
fn two_emulators_share_nothing_but_the_password_key() {
    let (one, other) = (Client::start(), Client::start());
    one.register("a@b.com", "pw123456");
    other.register("a@b.com", "another1");
    assert_eq!(one.emulator.public_key_pem(), other.emulator.public_key_pem());
    assert!(one.login("a@b.com", "pw123456")["token"].is_string());
}
