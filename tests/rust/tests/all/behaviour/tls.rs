//! Real TLS: a trusted certificate authority, and no request to a server without one.

use std::sync::Arc;
use std::time::Duration;

use authing_core::{Config, Error, TransportErrorKind};
use authing_reqwest::ReqwestTransport;
use authing_tests::test_client::TestClient;
use authing_tests::tls_server::{Authority, certificate_for, serve, serve_cut};
use authing_ureq::UreqTransport;
use rcgen::date_time_ymd;
use rustls::crypto::ring::default_provider;
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use ureq::tls::{RootCerts, TlsConfig};

use crate::behaviour::case::{Ask, End, call, config, end};

/// Clients of each transport that trust this authority and no other.
fn trusting(authority: &Authority, config: &Config) -> [TestClient; 2] {
    let certificate = authority.certificate().der();
    let mut roots = RootCertStore::empty();
    roots.add(certificate.clone()).unwrap();
    let tls = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let over_reqwest = ReqwestTransport::new_with(config, |reqwest| reqwest.tls_backend_preconfigured(tls)).unwrap();

    let root = ureq::tls::Certificate::from_der(certificate).to_owned();
    let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&[root])).build();
    let over_ureq = UreqTransport::new_with(config, |ureq| ureq.tls_config(tls));

    [
        TestClient::reqwest(authing_reqwest::UserPool::from_transport(config.clone(), over_reqwest).client()),
        TestClient::Ureq(authing_ureq::UserPool::from_transport(config.clone(), over_ureq).client()),
    ]
}

/// How a login ends over each transport, and what the server heard of it.
fn log_in(tls: ServerConfig, clients: impl FnOnce(&Config) -> [TestClient; 2]) -> [(End, Option<String>); 2] {
    let (origin, heard) = serve(tls);
    clients(&config(&origin)).map(|client| {
        let ended = end(call(&client, Ask::GraphQl));
        (ended, heard.recv_timeout(Duration::from_secs(30)).unwrap())
    })
}

const REFUSED: (End, Option<String>) = (End::Transport(TransportErrorKind::Connect), None);

#[test]
fn a_server_that_a_trusted_authority_vouches_for_is_talked_to() {
    let authority = Authority::default();
    let tls = authority.vouches(&certificate_for("127.0.0.1"));
    for (ended, heard) in log_in(tls, |config| trusting(&authority, config)) {
        assert_eq!(ended, End::Fine);
        assert!(heard.unwrap().starts_with("post /graphql http/1.1"));
    }
}

#[test]
fn server_with_an_unknown_certificate_gets_no_request() {
    let tls = || Authority::default().vouches(&certificate_for("127.0.0.1"));
    assert_eq!(log_in(tls(), TestClient::each), [REFUSED, REFUSED]);
    let another = Authority::default();
    assert_eq!(log_in(tls(), |config| trusting(&another, config)), [REFUSED, REFUSED]);
}

#[test]
fn a_server_with_anothers_or_an_old_certificate_is_told_nothing() {
    let mut old = certificate_for("127.0.0.1");
    old.not_after = date_time_ymd(2020, 1, 1);
    for certificate in [certificate_for("users.authing.cn"), certificate_for("127.0.0.2"), old] {
        let authority = Authority::default();
        let tls = authority.vouches(&certificate);
        assert_eq!(log_in(tls, |config| trusting(&authority, config)), [REFUSED, REFUSED], "{certificate:?}");
    }
}

/// A body without a length ends with the connection. TLS must close the connection; otherwise an attacker on the network can cut the body.
#[test]
fn response_that_tls_did_not_close_is_a_lost_connection() {
    let authority = Authority::default();
    let (origin, _heard) = serve_cut(authority.vouches(&certificate_for("127.0.0.1")));
    for client in trusting(&authority, &config(&origin)) {
        // `end` rejects this error's text, because rustls writes a link into it.
        let error = call(&client, Ask::GraphQl).unwrap_err();
        let Error::Transport(error) = error else { panic!("{error:?} over {}", client.name()) };
        assert_eq!(error.kind, TransportErrorKind::ConnectionLost, "{}", client.name());
    }
}
