//! The logs of the HTTP libraries.

use std::fmt::Write as _;
use std::sync::Mutex;

use authing_core::login::{Login, SendSmsCode};
use authing_core::metadata::GetMetadata;
use authing_tests::misbehaving_server::{MisbehavingServer, Misbehaviour};
use authing_tests::test_client::TestClient;
use log::{LevelFilter, Log, Metadata, Record};

use crate::behaviour::case::config;

/// The records that are logged in this process.
#[derive(Debug)]
struct Captured(Mutex<String>);

static CAPTURED: Captured = Captured(Mutex::new(String::new()));

impl Log for Captured {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        writeln!(self.0.lock().unwrap(), "{} {}", record.target(), record.args()).unwrap();
    }

    fn flush(&self) {}
}

const SECRETS: [&str; 6] =
    ["logged-password", "13900139123", "logged-token", "logged-answer", "logged-cookie", "bob@logged"];

/// At the level `trace`, ureq logs all bytes, as the documentation of `authing-ureq` says.
#[test]
fn nothing_secret_is_logged_above_trace() {
    log::set_logger(&CAPTURED).unwrap();
    log::set_max_level(LevelFilter::Debug);
    let body = r#"{"data":{"login":{"_id":"5e05bbf2d51b3761d5c71070","token":"logged-answer"}}}"#;
    let head = format!(
        "HTTP/1.1 200 OK\r\nset-cookie: logged-cookie\r\nconnection: close\r\ncontent-length: {}\r\n",
        body.len()
    );
    let server = MisbehavingServer::start([Misbehaviour::Say(format!("{head}\r\n{body}").into())]);
    for client in TestClient::each(&config(&server.origin())) {
        client.call(Login::email("bob@logged", "logged-password")).unwrap();
        client.call(SendSmsCode { phone: "13900139123".into() }).unwrap_err();
        client.session().set_token("logged-token").unwrap();
        client.call(GetMetadata::new("5e05bbf2d51b3761d5c71070")).unwrap_err();
    }
    let text = CAPTURED.0.lock().unwrap();
    assert!(["ureq", "reqwest"].iter().all(|library| text.contains(library)), "{text}");
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} is logged: {text}");
    }
}
