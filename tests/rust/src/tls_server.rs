//! A server with TLS, and the certificate authority that issues its certificate.

use std::io::{self, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use rcgen::{BasicConstraints, Certificate, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::crypto::ring::default_provider;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::misbehaving_server::read_request;

/// A certificate authority that no client trusts by itself.
#[derive(Debug)]
pub struct Authority {
    certificate: Certificate,
    issuer: Issuer<'static, KeyPair>,
}

impl Default for Authority {
    fn default() -> Self {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        // Not the name that a server's certificate has by default: OpenSSL would take that for one that signed itself.
        params.distinguished_name.push(DnType::CommonName, "an authority");
        Self { certificate: params.self_signed(&key).unwrap(), issuer: Issuer::new(params, key) }
    }
}

impl Authority {
    /// The authority's own certificate.
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// What a server needs to show a certificate that this authority has signed.
    pub fn vouches(&self, certificate: &CertificateParams) -> ServerConfig {
        let key = KeyPair::generate().unwrap();
        let certificate = certificate.signed_by(&key, &self.issuer).unwrap();
        ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.into()], key.into())
            .unwrap()
    }
}

/// A certificate for a host.
pub fn certificate_for(name: &str) -> CertificateParams {
    CertificateParams::new([name.to_owned()]).unwrap()
}

/// The id of the user of the server's one answer.
pub const USER_ID: &str = "5e05bbf2d51b3761d5c71070";

/// A connection under TLS.
type Connection = StreamOwned<ServerConnection, TcpStream>;

/// Starts a server on the loopback for as many connections as there are transports, and gives its origin. Each login succeeds. The
/// server tells what each client said under TLS: the head of its request, or nothing, where the handshake failed.
pub fn serve(tls: ServerConfig) -> (String, Receiver<Option<String>>) {
    serve_with(tls, |stream, user| {
        write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{user}", user.len())?;
        stream.conn.send_close_notify();
        stream.flush()
    })
}

/// The same, but the body has no length and TLS does not close the connection, as if an attacker on the network had cut the response.
pub fn serve_cut(tls: ServerConfig) -> (String, Receiver<Option<String>>) {
    serve_with(tls, |stream, user| {
        write!(stream, "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{user}")?;
        stream.flush()
    })
}

fn serve_with(
    tls: ServerConfig,
    answer: fn(&mut Connection, &str) -> io::Result<()>,
) -> (String, Receiver<Option<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("https://{}", listener.local_addr().unwrap());
    let (tell, heard) = channel();
    let tls = Arc::new(tls);
    thread::spawn(move || {
        let user = format!(r#"{{"data":{{"login":{{"_id":"{USER_ID}","token":"user.token"}}}}}}"#);
        for stream in listener.incoming().take(2) {
            let mut stream = StreamOwned::new(ServerConnection::new(Arc::clone(&tls)).unwrap(), stream.unwrap());
            let request = read_request(&mut stream).ok();
            if request.is_some() {
                answer(&mut stream, &user).unwrap();
            }
            tell.send(request).unwrap();
        }
    });
    (origin, heard)
}
