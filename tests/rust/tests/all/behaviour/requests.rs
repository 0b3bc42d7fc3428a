//! What goes over the wire below the protocol: headers, and what must not be among them.

use std::time::Duration;

use authing_tests::misbehaving_server::{MisbehavingServer, Misbehaviour};
use authing_tests::test_client::TestClient;

use crate::behaviour::case::{Ask, End, call, config, end};

const COOKIE: &str = "HTTP/1.1 200 OK\r\nset-cookie: id=1; path=/\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}";

#[test]
fn an_empty_authorization_is_sent_and_nothing_uncalled_for() {
    let server = MisbehavingServer::start([Misbehaviour::Say(COOKIE.into())]);
    let config = config(&server.origin()).with_user_agent("a-program/1.0").unwrap();
    for client in TestClient::each(&config) {
        // WeChat's endpoints are signed with the bare token, empty where there is none.
        end(call(&client, Ask::Rest));
        end(call(&client, Ask::GraphQl));
    }
    let seen = server.seen();
    assert_eq!(seen.len(), 4);
    for (number, head) in seen.iter().enumerate() {
        let lines: Vec<_> = head.lines().map(str::trim_end).collect();
        assert_eq!(lines.contains(&"authorization:"), number % 2 == 0, "{head}");
        assert!(lines.contains(&"user-agent: a-program/1.0"), "{head}");
        assert!(lines.contains(&"accept: application/json"), "{head}");
        for uncalled in ["cookie:", "accept-encoding:", "referer:", "expect:", "transfer-encoding:"] {
            assert!(!lines.iter().any(|line| line.starts_with(uncalled)), "{uncalled} in {head}");
        }
    }
}

#[test]
fn too_long_token_is_rejected_before_a_request() {
    let server = MisbehavingServer::start([Misbehaviour::Say(COOKIE.into())]);
    for client in TestClient::each(&config(&server.origin())) {
        for (length, is_taken) in [(16 << 10, true), ((16 << 10) + 1, false), (1 << 20, false)] {
            let taken = client.session().set_token("t".repeat(length));
            assert_eq!(taken.is_ok(), is_taken, "{length} over {}", client.name());
        }
        end(call(&client, Ask::Rest));
    }
    assert!(server.seen().iter().all(|head| head.contains(&"t".repeat(16 << 10))), "the token before stays");
}

/// A program that wants no timeout may configure the longest.
#[test]
fn longest_timeouts_are_accepted() {
    let body = r#"{"data":{"login":{"_id":"5e05bbf2d51b3761d5c71070","token":"user.token"}}}"#;
    let answer = format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let server = MisbehavingServer::start([Misbehaviour::Say(answer.into())]);
    let config = config(&server.origin()).with_timeout(Duration::MAX).with_connect_timeout(Duration::MAX);
    for client in TestClient::each(&config) {
        assert_eq!(end(call(&client, Ask::GraphQl)), End::Fine, "{}", client.name());
    }
}
