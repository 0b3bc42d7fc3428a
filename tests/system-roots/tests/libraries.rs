//! Features of reqwest and ureq that another crate of a program may enable: `--features libraries`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use authing_core::Config;
use authing_core::login::Login;
use authing_tests::misbehaving_server::{MisbehavingServer, Misbehaviour};
use authing_tests::test_client::TestClient;

const COOKIE: &str = "HTTP/1.1 200 OK\r\nset-cookie: of=alice\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}";

/// A transport serves many users, and a cookie belongs to one of them.
#[test]
fn features_of_the_libraries_add_nothing_to_a_request() {
    let server = MisbehavingServer::start([Misbehaviour::Say(COOKIE.into())]);
    let config = Config::new("59f86b4832eb28071bdd9214").unwrap().with_origin(&server.origin()).unwrap();
    for client in TestClient::each(&config) {
        for _ in 0..2 {
            client.call(Login::unionid("a-union-id")).unwrap_err();
        }
    }
    let heads = server.seen();
    assert_eq!(heads.len(), 4);
    for head in heads {
        assert!(!head.contains("cookie:") && !head.contains("accept-encoding:"), "{head}");
    }
}
