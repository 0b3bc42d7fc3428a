//! A redirect is a response, and is not followed: credentials go only to the configured URLs.

use authing_core::metadata::GetMetadata;
use authing_core::{Config, InvalidResponseKind};
use authing_reqwest::ReqwestTransport;
use authing_tests::misbehaving_server::{MisbehavingServer, Misbehaviour};
use authing_tests::test_client::TestClient;
use authing_ureq::UreqTransport;
use reqwest::redirect::Policy;

use crate::behaviour::case::{Ask, call, config, end, invalid_response};

#[test]
fn redirect_is_not_followed_with_the_credentials() {
    no_redirect_is_followed(TestClient::each);
}

#[test]
fn a_client_that_was_told_to_does_not_follow_a_redirect() {
    no_redirect_is_followed(|config| {
        let over_reqwest = ReqwestTransport::new_with(config, |it| it.redirect(Policy::limited(5))).unwrap();
        let over_ureq = UreqTransport::new_with(config, |it| it.max_redirects(5));
        [
            TestClient::reqwest(authing_reqwest::UserPool::from_transport(config.clone(), over_reqwest).client()),
            TestClient::Ureq(authing_ureq::UserPool::from_transport(config.clone(), over_ureq).client()),
        ]
    });
}

fn no_redirect_is_followed(clients: fn(&Config) -> [TestClient; 2]) {
    for status in [300, 301, 302, 303, 304, 307, 308] {
        let elsewhere =
            MisbehavingServer::start([Misbehaviour::Say(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}".to_vec())]);
        let target = elsewhere.origin();
        let redirect = format!(
            "HTTP/1.1 {status} Elsewhere\r\nlocation: {target}/\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
        );
        let server = MisbehavingServer::start([Misbehaviour::Say(redirect.into())]);
        for client in clients(&config(&server.origin())) {
            client.session().set_token("user.token").unwrap();
            for ended in [
                end(client.call(GetMetadata::new("5e05bbf2d51b3761d5c71070"))),
                end(call(&client, Ask::Rest)),
                end(call(&client, Ask::Oauth)),
            ] {
                assert_eq!(
                    ended,
                    invalid_response(status, ".", InvalidResponseKind::Redirect),
                    "{status} over {}",
                    client.name()
                );
            }
        }
        assert_eq!(elsewhere.seen(), Vec::<String>::new(), "{status}");
        assert_eq!(server.seen().len(), 6, "{status}: each call asks once");
        assert!(server.seen()[0].contains("authorization: bearer user.token"), "{status}");
    }
}
