//! What is sent again over a real network, and what is not.

use std::time::Duration;

use authing_core::metadata::GetMetadata;
use authing_core::{RetryPolicy, TransportErrorKind};
use authing_tests::misbehaving_server::{MisbehavingServer, Misbehaviour};
use authing_tests::test_client::TestClient;

use crate::behaviour::case::{Ask, End, call, config, end};

const FIELDS: &str = r#"{"data":{"userMetadata":{"totalCount":0,"list":[]}}}"#;

/// A server that breaks two connections and answers over the third.
fn server() -> MisbehavingServer {
    let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{FIELDS}", FIELDS.len());
    MisbehavingServer::start([
        Misbehaviour::Reset(vec![]),
        Misbehaviour::Reset(b"HTTP/1.1 200 OK\r\n".to_vec()),
        Misbehaviour::Say(answer.into()),
    ])
}

fn clients(server: &MisbehavingServer) -> [TestClient; 2] {
    let retry = RetryPolicy { initial_backoff: Duration::from_millis(1), ..RetryPolicy::default() };
    TestClient::each(&config(&server.origin()).with_retry(retry))
}

#[test]
fn a_query_is_sent_until_it_is_answered() {
    for number in 0..2 {
        let server = server();
        let client = &clients(&server)[number];
        let fields = client.call(GetMetadata::new("5e05bbf2d51b3761d5c71070")).unwrap();
        assert!(fields.is_empty());
        assert_eq!(server.seen().len(), 3, "{}", client.name());
    }
}

#[test]
fn a_login_is_sent_once() {
    for number in 0..2 {
        let server = server();
        let client = &clients(&server)[number];
        assert_eq!(end(call(client, Ask::GraphQl)), End::Transport(TransportErrorKind::ConnectionLost));
        assert_eq!(server.seen().len(), 1, "{}", client.name());
    }
}
