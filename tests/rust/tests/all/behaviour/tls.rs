//! Real TLS: a trusted certificate authority, and no request to a server without one.

use std::io::Write as _;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use authing_core::{Config, TransportErrorKind};
use authing_reqwest::ReqwestTransport;
use authing_tests::misbehaving_server::read_request;
use authing_tests::test_client::TestClient;
use authing_ureq::UreqTransport;
use rcgen::{BasicConstraints, Certificate, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::crypto::ring::default_provider;
use rustls::{ClientConfig, RootCertStore, ServerConfig, ServerConnection, StreamOwned};
use ureq::tls::{RootCerts, TlsConfig};

use crate::behaviour::case::{Ask, End, call, config, end};

/// A certificate authority that no client trusts.
struct Authority {
    certificate: Certificate,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    fn new() -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self { certificate: params.self_signed(&key).unwrap(), issuer: Issuer::new(params, key) }
    }

    /// What a server needs to show a certificate that this authority has signed.
    fn vouches(&self, certificate: &CertificateParams) -> ServerConfig {
        let key = KeyPair::generate().unwrap();
        let certificate = certificate.signed_by(&key, &self.issuer).unwrap();
        ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.into()], key.into())
            .unwrap()
    }

    /// Clients of each transport that trust this authority and no other.
    fn trusted_by(&self, config: &Config) -> [TestClient; 2] {
        let mut roots = RootCertStore::empty();
        roots.add(self.certificate.der().clone()).unwrap();
        let tls = ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let over_reqwest =
            ReqwestTransport::new_with(config, |reqwest| reqwest.tls_backend_preconfigured(tls)).unwrap();

        let root = ureq::tls::Certificate::from_der(self.certificate.der()).to_owned();
        let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&[root])).build();
        let over_ureq = UreqTransport::new_with(config, |ureq| ureq.tls_config(tls));

        [
            TestClient::reqwest(authing_reqwest::UserPool::from_transport(config.clone(), over_reqwest).client()),
            TestClient::Ureq(authing_ureq::UserPool::from_transport(config.clone(), over_ureq).client()),
        ]
    }
}

fn certificate_for(name: &str) -> CertificateParams {
    CertificateParams::new([name.to_owned()]).unwrap()
}

/// A server on the loopback for as many connections as there are transports. It tells what each client said under TLS: the head
/// of its request, or nothing, where the handshake failed.
fn serve(tls: ServerConfig) -> (String, Receiver<Option<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("https://{}", listener.local_addr().unwrap());
    let (tell, heard) = channel();
    let tls = Arc::new(tls);
    thread::spawn(move || {
        for stream in listener.incoming().take(2) {
            let mut stream = StreamOwned::new(ServerConnection::new(Arc::clone(&tls)).unwrap(), stream.unwrap());
            let request = read_request(&mut stream).ok();
            if request.is_some() {
                write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{USER}", USER.len())
                    .unwrap();
                stream.conn.send_close_notify();
                stream.flush().unwrap();
            }
            tell.send(request).unwrap();
        }
    });
    (origin, heard)
}

const USER: &str = r#"{"data":{"login":{"_id":"5e05bbf2d51b3761d5c71070","token":"user.token"}}}"#;

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
    let authority = Authority::new();
    let tls = authority.vouches(&certificate_for("127.0.0.1"));
    for (ended, heard) in log_in(tls, |config| authority.trusted_by(config)) {
        assert_eq!(ended, End::Fine);
        assert!(heard.unwrap().starts_with("post /graphql http/1.1"));
    }
}

#[test]
fn server_with_an_unknown_certificate_gets_no_request() {
    let tls = || Authority::new().vouches(&certificate_for("127.0.0.1"));
    assert_eq!(log_in(tls(), TestClient::each), [REFUSED, REFUSED]);
    let another = Authority::new();
    assert_eq!(log_in(tls(), |config| another.trusted_by(config)), [REFUSED, REFUSED]);
}

#[test]
fn a_server_with_anothers_or_an_old_certificate_is_told_nothing() {
    let mut old = certificate_for("127.0.0.1");
    old.not_after = date_time_ymd(2020, 1, 1);
    for certificate in [certificate_for("users.authing.cn"), certificate_for("127.0.0.2"), old] {
        let authority = Authority::new();
        let tls = authority.vouches(&certificate);
        assert_eq!(log_in(tls, |config| authority.trusted_by(config)), [REFUSED, REFUSED], "{certificate:?}");
    }
}
