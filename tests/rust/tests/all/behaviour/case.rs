//! A case: what the server does, what is called, and how the call has to end.

use std::fmt::Display;
use std::time::{Duration, Instant};

use authing_core::login::Login;
use authing_core::oidc::{AppCredentials, RefreshOidcToken};
use authing_core::wechat::{EncryptedData, GetPhone};
use authing_core::{Config, Error, ErrorCode, InvalidResponseKind, Response, RetryPolicy, TransportErrorKind};
use authing_scripted::ScriptedService;
use authing_tests::misbehaving_server::{MisbehavingServer, Misbehaviour};
use authing_tests::test_client::TestClient;

/// What is called: one operation for each kind of envelope.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ask {
    /// A login, by GraphQL.
    GraphQl,
    /// A WeChat phone number, by REST.
    Rest,
    /// Tokens, by OAuth 2.0.
    Oauth,
}

impl Ask {
    pub(crate) const ALL: [Self; 3] = [Self::GraphQl, Self::Rest, Self::Oauth];
}

/// How a call ended, without words.
#[derive(Debug, PartialEq)]
pub(crate) enum End {
    Fine,
    Service { code: Option<i64>, status: u16, oauth: Option<String> },
    InvalidResponse { status: u16, path: String, kind: InvalidResponseKind },
    Transport(TransportErrorKind),
}

/// What the server does.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// A whole answer of HTTP: a status, headers, a body. It is played over the script, too.
    Whole(u16, &'static [(&'static str, &'static str)], Vec<u8>),
    /// Something else.
    Wire(Misbehaviour),
}

pub(crate) fn whole(status: u16, body: impl AsRef<[u8]>) -> Answer {
    Answer::Whole(status, &[], body.as_ref().to_vec())
}

pub(crate) fn said(bytes: impl Into<Vec<u8>>) -> Answer {
    Answer::Wire(Misbehaviour::Say(bytes.into()))
}

pub(crate) fn service_error(code: i64, status: u16) -> End {
    End::Service { code: Some(code), status, oauth: None }
}

pub(crate) fn error_without_code(status: u16) -> End {
    End::Service { code: None, status, oauth: None }
}

pub(crate) fn oauth_error(error: &str, status: u16) -> End {
    End::Service { code: None, status, oauth: Some(error.to_owned()) }
}

pub(crate) fn invalid_response(status: u16, path: &str, kind: InvalidResponseKind) -> End {
    End::InvalidResponse { status, path: path.to_owned(), kind }
}

/// How many bytes an answer may have in these tests.
pub(crate) const LIMIT: usize = 4096;

/// Settings that point at an origin. Nothing is sent twice.
pub(crate) fn config(origin: &str) -> Config {
    let config =
        Config::new("59f86b4832eb28071bdd9214").unwrap().with_plain_http_allowed().with_origin(origin).unwrap();
    config.with_retry(RetryPolicy::disabled()).with_body_limit(LIMIT)
}

/// Plays cases over each transport that can play them, and compares how they end. A case is its name, what the server does, and
/// how the call ends.
pub(crate) fn play<N: Display>(ask: Ask, cases: impl IntoIterator<Item = (N, Answer, End)>) {
    let mut wrong = Vec::new();
    for (name, answer, expected) in cases {
        let timeout = patience(&expected);
        for (transport, ended, took) in outcomes(&answer, ask, timeout) {
            if ended != expected {
                wrong.push(format!("{name}, {ask:?} over {transport}: {ended:?} instead of {expected:?}"));
            }
            if took > timeout + Duration::from_secs(5) {
                wrong.push(format!("{name}, {ask:?} over {transport}: took {took:?} of {timeout:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A case that has to run into its timeout gets a short one. The others get one so long that running into it fails them.
fn patience(expected: &End) -> Duration {
    match expected {
        End::Transport(TransportErrorKind::Timeout) => Duration::from_millis(400),
        _ => Duration::from_secs(30),
    }
}

fn outcomes(answer: &Answer, ask: Ask, timeout: Duration) -> Vec<(&'static str, End, Duration)> {
    let server = MisbehavingServer::start([act(answer)]);
    let config = config(&server.origin()).with_timeout(timeout);
    let mut clients = Vec::from(TestClient::each(&config));
    if let Answer::Whole(status, headers, body) = answer {
        clients.push(TestClient::scripted(config, ScriptedService::scripted([Ok(response(*status, headers, body))])));
    }
    clients.into_iter().map(|client| timed(&client, ask)).collect()
}

fn timed(client: &TestClient, ask: Ask) -> (&'static str, End, Duration) {
    let start = Instant::now();
    let ended = end(call(client, ask));
    (client.name(), ended, start.elapsed())
}

/// Runs what is asked.
pub(crate) fn call(client: &TestClient, ask: Ask) -> Result<(), Error> {
    match ask {
        Ask::GraphQl => client.call(Login::email("bob@example.com", "password")).map(drop),
        Ask::Rest => client.call(GetPhone { data: EncryptedData::new("code", "data", "iv") }).map(drop),
        Ask::Oauth => {
            let app = AppCredentials::new("5e0b0c8d7f1a2b3c4d5e6f70", "secret");
            client.call(RefreshOidcToken { app, token: "refresh".into() }).map(drop)
        }
    }
}

/// How a call ended. Each error must be fit to be shown: no path shows in it, because a path may hold a phone number.
pub(crate) fn end<T>(outcome: Result<T, Error>) -> End {
    let Err(error) = outcome else { return End::Fine };
    let shown = format!("{error} {error:?}");
    assert!(!["://", "/graphql", "/oauth"].iter().any(|part| shown.contains(part)), "an address shows in {shown}");
    match error {
        Error::Service(refusal) => End::Service {
            code: refusal.code.map(|ErrorCode(code)| code),
            status: refusal.status,
            oauth: refusal.oauth_error,
        },
        Error::InvalidResponse(odd) => End::InvalidResponse { status: odd.status, path: odd.path, kind: odd.kind },
        Error::Transport(fault) => End::Transport(fault.kind),
        other => panic!("no server can cause {other:?}"),
    }
}

fn act(answer: &Answer) -> Misbehaviour {
    match answer {
        Answer::Wire(act) => act.clone(),
        Answer::Whole(status, headers, body) => {
            let mut bytes = format!("HTTP/1.1 {status} \r\ncontent-length: {}\r\n", body.len());
            for (name, value) in *headers {
                bytes.extend([name, ": ", value, "\r\n"]);
            }
            Misbehaviour::Say([bytes.as_bytes(), b"\r\n", body].concat())
        }
    }
}

fn response(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Response {
    let retry_after = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("retry-after"));
    Response::new(status, body).with_retry_after(retry_after.map(|(_, value)| value))
}
