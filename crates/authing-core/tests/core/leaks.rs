//! No secret is seen: not in any `Debug`, not in any error, not in any log line.
//!
//! The secrets and the operations are those of the [catalogue](crate::catalogue).

use std::fmt::Debug;
use std::io;
use std::sync::{Arc, Mutex};

use authing_core::flow::{Event, Flow as _};
use authing_core::wire::{Endpoint, Envelope};
use authing_core::{Call, Client, Operation, TransportErrorKind};
use serde_json::{Value, json};
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::catalogue::{OWNER_TOKEN, PHONE, POOL_SECRET, SECRETS, TOKEN, Visitor, every_operation};
use crate::support::answers::{data, fault, json_body, raw, rest};
use crate::support::{Answer, NOW, Scenario, ScriptedService, Sent, poll_twice, rendered, run};

fn assert_unseen(text: &str, whose: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{whose} shows {secret}: {text}");
    }
}

fn scenario() -> Scenario {
    Scenario::new().secret(POOL_SECRET).with_token(TOKEN).owner_holds(OWNER_TOKEN)
}

/// The operation's answer in its envelope.
pub(crate) fn wrapped(endpoint: &Endpoint, answer: &Value) -> Answer {
    match endpoint.envelope() {
        Envelope::GraphQl { field: "" } => json_body(&json!({ "data": answer })),
        Envelope::GraphQl { field } => data(field, answer),
        Envelope::Code => rest(200, "", answer),
        Envelope::Empty => raw(200, ""),
        Envelope::V3 => json_body(&json!({ "statusCode": 200, "message": "", "data": answer })),
        Envelope::V3Status => json_body(&json!({ "statusCode": 200, "message": "", "data": { "success": true } })),
        Envelope::NestedCode => rest(200, "", &json!({ "code": 200, "data": answer })),
        _ => json_body(answer),
    }
}

/// A service that repeats everything it was sent, in one of the ways in which services fail.
fn echoes() -> Vec<fn(&str) -> Answer> {
    vec![
        |echo| json_body(&json!({ "errors": [{ "message": echo }], "code": 500, "message": echo, "error": echo })),
        |echo| {
            let message = json!({ "code": 2004, "message": echo, "data": echo });
            raw(
                400,
                json!({ "errors": [{ "message": message }], "error": echo, "error_description": echo }).to_string(),
            )
        },
        |echo| raw(500, json!({ "code": 500, "message": echo, "data": { "echo": echo } }).to_string()),
        |echo| raw(502, format!("<html>{echo}</html>")),
        |echo| raw(200, echo),
        |echo| raw(200, json!({ "code": 200, "data": { echo: echo } }).to_string()),
        |echo| raw(200, json!({ "code": echo, "data": [echo], "errors": echo }).to_string()),
        |echo| {
            let (data, request_id) = (json!({ echo: echo }), echo);
            json_body(
                &json!({ "statusCode": 403, "apiCode": 2333, "message": echo, "requestId": request_id, "data": data }),
            )
        },
        |echo| json_body(&json!({ "statusCode": 403, "apiCode": 1635, "message": echo, "data": { "mfaToken": echo } })),
        |echo| json_body(&json!({ "statusCode": 200, "message": echo, "data": { "success": echo, echo: echo } })),
        |_| fault(TransportErrorKind::ConnectionLost),
    ]
}

fn echo(sent: &Sent) -> String {
    format!("{} {} {:?} {}", sent.method, sent.uri, sent.authorization, sent.text())
}

struct Everything;

impl Visitor for Everything {
    fn visit<O: Operation<Response: Debug> + Clone + Debug>(&mut self, operation: O, answer: &Value) {
        let name = O::NAME;
        assert_unseen(&format!("{operation:?} {operation:#?}"), name);
        steps(&operation, answer);

        let context = scenario().context_for::<O>();
        let service = ScriptedService::scripted([wrapped(&O::ENDPOINT, answer)]);
        let answer =
            run(&service, Call::new(&context, operation.clone())).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_unseen(&format!("{answer:?} {answer:#?}"), name);
        assert_unseen(&format!("{context:?} {context:#?}"), name);

        for respond in echoes() {
            let service = ScriptedService::answering(move |sent| respond(&echo(sent)));
            if let Err(error) = run(&service, Call::new(scenario().context_for::<O>(), operation.clone())) {
                assert_unseen(&rendered(&error), name);
            }
        }
    }
}

/// The call and its steps and events, on the way.
fn steps<O: Operation<Response: Debug> + Clone + Debug>(operation: &O, answer: &Value) {
    let mut call = Call::new(scenario().context_for::<O>(), operation.clone());
    assert_unseen(&format!("{call:?}"), O::NAME);
    let step = poll_twice(&mut call, NOW).unwrap();
    assert_unseen(&format!("{step:?} {call:?} {call:#?}"), O::NAME);
    let event = Event::Response(wrapped(&O::ENDPOINT, answer));
    assert_unseen(&format!("{event:?}"), O::NAME);
    call.handle(NOW, event).unwrap();
    assert_unseen(&format!("{call:?} {call:#?}"), O::NAME);
}

#[test]
fn no_operation_shows_a_secret() {
    every_operation(&mut Everything);
}

#[test]
fn no_client_shows_a_secret() {
    let service = ScriptedService::silent();
    let (client, owner) = (scenario().client(&service), scenario().owner_client(&service));
    assert_unseen(&format!("{client:?} {client:#?} {:?} {owner:?} {:?}", client.pool(), owner.all_users(10)), "Client");
}

#[test]
fn an_echo_is_masked_and_not_dropped() {
    let service = ScriptedService::answering(|sent| json_body(&json!({ "errors": [{ "message": echo(sent) }] })));
    let code = authing_core::login::LoginByPhoneCode { phone: "17670416754".into(), code: "9182".into() };
    let error = run(&service, Call::new(&scenario().context(), code)).unwrap_err();
    assert!(error.to_string().contains("\"phone\":\"…\""), "{error}");
    // A code that is a part of the number does not leave the rest of the number behind.
    let code = authing_core::login::LoginByPhoneCode { phone: "17670416754".into(), code: "7041".into() };
    let error = run(&service, Call::new(&scenario().context(), code)).unwrap_err();
    assert!(!error.to_string().contains("6754"), "{error}");
}

/// Everything that is logged, at the finest level.
#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl io::Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Logged {
    client: Client<ScriptedService>,
    count: usize,
}

impl Visitor for Logged {
    fn visit<O: Operation<Response: Debug> + Clone + Debug>(&mut self, operation: O, _answer: &Value) {
        let context = crate::support::context_for::<O>(self.client.context());
        let _ = self.client.run(Call::new(&context, operation));
        self.count += 1;
    }
}

#[test]
fn no_log_line_shows_a_secret() {
    let captured = Captured::default();
    let writer = captured.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::FULL)
        .with_ansi(false)
        // A time of day may hold the digits of a code.
        .without_time()
        .with_writer(move || writer.clone())
        .finish();
    let service = ScriptedService::answering(|sent| match sent.text() {
        text if text.contains("getClientWhenSdkInit") => crate::support::answers::owner(OWNER_TOKEN),
        text if text.contains("ClientRoles") => fault(TransportErrorKind::Connect),
        _ => raw(500, json!({ "code": 1000, "message": echo(sent) }).to_string()),
    });
    let mut logged =
        Logged { client: Scenario::new().secret(POOL_SECRET).with_token(TOKEN).client(&service), count: 0 };
    let capturing = subscriber.set_default();
    every_operation(&mut logged);
    drop(capturing);
    let log = String::from_utf8(captured.0.lock().unwrap().clone()).unwrap();
    assert_unseen(&log, "the log");
    assert!(log.lines().count() > logged.count, "something is logged");
    for expected in
        ["operation=\"login\"", "host=\"users.authing.cn\"", "attempt=1", "attempt=3", "status=500", "duration_ms="]
    {
        assert!(log.contains(expected), "{expected} is not in {log}");
    }
}

/// The error of a call whose service repeats the request's body and says more.
fn echoed<O: Operation<Response: Debug>>(operation: O, more: &'static str) -> String {
    let service = ScriptedService::answering(move |sent| {
        json_body(&json!({ "errors": [{ "message": format!("{more} {}", sent.text()) }] }))
    });
    run(&service, Call::new(&scenario().context(), operation)).unwrap_err().to_string()
}

#[test]
fn a_code_is_masked_as_the_number_that_was_sent() {
    let code = authing_core::login::LoginByPhoneCode { phone: PHONE.into(), code: " 00918".into() };
    let error = echoed(code, "got 918, not 9180:");
    assert!(error.contains("got …, not 9180:") && error.contains("\"phoneCode\":…}"), "{error}");
}

#[test]
fn numbers_in_a_raw_calls_variables_are_masked() {
    let call =
        authing_core::RawGraphQl::new("{ x }", json!({ "phone": 17_670_416_754_u64, "deep": [{ "code": 918_273 }] }));
    let error = echoed(call, "");
    assert!(error.contains(r#""phone":…"#) && error.contains(r#""code":…"#), "{error}");
}

#[test]
fn a_short_secret_does_not_spoil_the_sentence() {
    let error = echoed(
        authing_core::login::LoginByLdap { username: "bob".into(), password: "s".into() },
        "no reason was given",
    );
    assert!(error.contains("no reason was given") && error.contains("\"password\":\"…\""), "{error}");
}

#[test]
fn control_characters_of_the_service_are_escaped() {
    let error = echoed(authing_core::account::GetUser::new("x"), "no\r\n\u{1b}[31mERROR");
    assert!(error.contains(r"no\r\n\u{1b}[31mERROR") && !error.contains(char::is_control), "{error}");
}
