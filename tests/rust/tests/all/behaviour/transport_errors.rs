//! Connections that break, stall, or carry something that is not HTTP.

use std::net::TcpListener;
use std::time::Duration;

use authing_core::TransportErrorKind::{self, BodyTooLarge, Connect, ConnectionLost, Protocol, Timeout};
use authing_reqwest::ReqwestTransport;
use authing_tests::misbehaving_server::Misbehaviour::{Drip, Flood, Pulse, Repeat, Reset, Say, Stall};
use authing_tests::misbehaving_server::{MisbehavingServer, Misbehaviour};
use authing_tests::test_client::TestClient;
use authing_ureq::UreqTransport;

use crate::behaviour::case::End::Transport;
use crate::behaviour::case::{Answer, Ask, End, call, config, end, play};

const HEAD: &str = "HTTP/1.1 200 OK\r\n";
const HALF: &str = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\":";
const HALF_CHUNK: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n64\r\n{\"data\":";

/// Plays acts that all end in the same kind of fault.
fn all_end_in<const N: usize>(kind: TransportErrorKind, acts: [(&str, Misbehaviour); N]) {
    play(Ask::GraphQl, acts.map(|(name, act)| (name, Answer::Wire(act), Transport(kind))));
}

#[test]
fn a_broken_connection_is_interrupted() {
    all_end_in(
        ConnectionLost,
        [
            ("closed at once", Say(vec![])),
            ("closed in the status line", Say("HTTP/1.1 20".into())),
            ("closed in the headers", Say(format!("{HEAD}content-le").into())),
            ("truncated", Say(HALF.into())),
            ("truncated before the body", Say(format!("{HEAD}content-length: 5\r\n\r\n").into())),
            ("truncated in a chunk", Say(HALF_CHUNK.into())),
            ("truncated between chunks", Say(format!("{HEAD}transfer-encoding: chunked\r\n\r\n2\r\n{{}}\r\n").into())),
            ("truncated in a chunk's length", Say(format!("{HEAD}transfer-encoding: chunked\r\n\r\n4").into())),
            ("truncated in a chunk's line", Say(format!("{HEAD}transfer-encoding: chunked\r\n\r\n64\r").into())),
            ("reset at once", Reset(vec![])),
            ("reset in the headers", Reset(format!("{HEAD}content-le").into())),
            ("reset in the body", Reset(HALF.into())),
            ("reset in a chunk", Reset(HALF_CHUNK.into())),
            // Such a body ends with the connection, and a reset is not its end (RFC 9112, section 8).
            ("reset in a body without a length", Reset(format!("{HEAD}\r\n{{\"data\":").into())),
        ],
    );
}

#[test]
fn a_stalled_connection_times_out() {
    all_end_in(
        Timeout,
        [
            ("stalled before the answer", Stall(vec![])),
            ("stalled in the headers", Stall(format!("{HEAD}content-le").into())),
            ("stalled in the body", Stall(HALF.into())),
            ("stalled in a chunk", Stall(HALF_CHUNK.into())),
            ("stalled without a length", Stall(format!("{HEAD}\r\n{{}}").into())),
            ("drips a body", Drip(format!("{HEAD}\r\n").into())),
            ("interim responses without an end", Pulse("HTTP/1.1 103 Early Hints\r\n\r\n".into())),
            ("continuations without an end", Pulse("HTTP/1.1 100 Continue\r\n\r\n".into())),
            ("drips a header", Drip(format!("{HEAD}x-slow: ").into())),
        ],
    );
}

#[test]
fn an_endless_or_huge_body_is_too_large() {
    all_end_in(
        BodyTooLarge,
        [
            ("floods", Flood(format!("{HEAD}\r\n").into())),
            ("floods, and promises more", Flood(format!("{HEAD}content-length: 100000000\r\n\r\n").into())),
            ("promises 100 MB that never come", Stall(format!("{HEAD}content-length: 100000000\r\n\r\n").into())),
            ("floods an error's page", Flood("HTTP/1.1 500 Oops\r\n\r\n".into())),
        ],
    );
}

#[test]
fn response_other_than_http_is_a_protocol_error() {
    all_end_in(
        Protocol,
        [
            ("another protocol", Say("220 mail.example.com ESMTP\r\n".into())),
            ("JSON without HTTP", Say("{\"data\":{}}\r\n\r\n".into())),
            ("zeros", Say("\0".repeat(16).into())),
            ("a status that is no number", Say("HTTP/1.1 abc OK\r\n\r\n".into())),
            ("a header without a colon", Say(format!("{HEAD}no colon\r\n\r\n").into())),
            ("a length that is no number", Say(format!("{HEAD}content-length: many\r\n\r\n{{}}").into())),
            ("two different lengths", Say(format!("{HEAD}content-length: 2\r\ncontent-length: 3\r\n\r\n{{}}").into())),
            (
                "a chunk without a length",
                Say(format!("{HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n{{}}\r\n0\r\n\r\n").into()),
            ),
            ("endless headers", Flood(format!("{HEAD}x-long: ").into())),
        ],
    );
}

/// Each of these is a length that one of the HTTP libraries bounds, and the other did not.
#[test]
fn unbounded_parts_of_http_have_the_same_bounds() {
    let chunked = |rest: &str| format!("{HEAD}transfer-encoding: chunked\r\n\r\n{rest}");
    let long = "x".repeat(1 << 20);
    all_end_in(
        Protocol,
        [
            ("a long chunk extension", Say(chunked(&format!("2;{long}\r\n{{}}\r\n0\r\n\r\n")).into())),
            ("an endless chunk extension", Repeat(chunked("2;").into(), long.clone().into())),
            ("a length beyond 64 bits", Say(format!("{HEAD}content-length: 18446744073709551616\r\n\r\n{{}}").into())),
            ("a chunk's length beyond 64 bits", Say(chunked("10000000000000002\r\n{}\r\n0\r\n\r\n").into())),
            ("trailers without an end", Repeat(chunked("0\r\n").into(), "x-trailer: x\r\n".into())),
            ("a trailer without an end", Repeat(chunked("0\r\nx-trailer: ").into(), long.into())),
        ],
    );
}

const LONG: Duration = Duration::from_secs(30);

fn ends_at(origin: &str, timeout: Duration) -> [End; 2] {
    let config = config(origin).with_timeout(LONG).with_connect_timeout(timeout);
    TestClient::each(&config).map(|client| end(call(&client, Ask::GraphQl)))
}

#[test]
fn no_connection_is_a_connect_fault() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for origin in [format!("http://{closed}"), format!("https://{closed}"), "http://nobody.invalid".to_owned()] {
        assert_eq!(ends_at(&origin, LONG), [Transport(Connect), Transport(Connect)], "{origin}");
    }
}

/// The time to connect counts from the beginning of the connection, not from the last byte.
#[test]
fn a_proxy_that_drips_its_response_times_out() {
    let proxy = MisbehavingServer::start([Drip("HTTP/1.1 200 OK\r\nx-slow: ".into())]);
    let url = proxy.origin();
    let config = config("https://users.example").with_timeout(LONG).with_connect_timeout(Duration::from_millis(400));
    let over_reqwest = ReqwestTransport::new_with(&config, |it| it.proxy(reqwest::Proxy::all(&url).unwrap())).unwrap();
    let over_ureq = UreqTransport::new_with(&config, |it| it.proxy(Some(ureq::Proxy::new(&url).unwrap())));
    for client in [
        TestClient::reqwest(authing_reqwest::UserPool::from_transport(config.clone(), over_reqwest).client()),
        TestClient::Ureq(authing_ureq::UserPool::from_transport(config.clone(), over_ureq).client()),
    ] {
        assert_eq!(end(call(&client, Ask::GraphQl)), Transport(Timeout), "{}", client.name());
    }
}

#[test]
fn a_tls_handshake_ends_by_its_cause() {
    for (act, kind, timeout) in [
        (Say(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()), Connect, LONG),
        (Reset(vec![]), ConnectionLost, LONG),
        (Stall(vec![]), Timeout, Duration::from_millis(400)),
    ] {
        let server = MisbehavingServer::start([act.clone()]);
        assert_eq!(ends_at(&server.tls_origin(), timeout), [Transport(kind), Transport(kind)], "{act:?}");
    }
}
