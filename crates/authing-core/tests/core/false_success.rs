//! Nothing but a yes is a yes: no operation takes a response that says nothing, or an error, for success; and a response that
//! is kept as JSON is checked as the typed one is.

use std::fmt::Debug;

use authing_core::principal::needs;
use authing_core::wire::{Arguments, Encoding, Endpoint, Envelope, Shape};
use authing_core::{Call, Error, ErrorCode, Method, Operation, RawCall, Service};
use serde_json::{Value, json};

use crate::catalogue::{OWNER_TOKEN, POOL_SECRET, TOKEN, Visitor, every_operation};
use crate::support::answers::raw;
use crate::support::{Answer, Scenario, ScriptedService, rendered, run};

/// Bodies that are no success of any operation.
const NO_SUCCESS: [&str; 27] = [
    "{}",
    "null",
    "[]",
    "\"\"",
    "\"not a user\"",
    "true",
    r#"{"data":null}"#,
    r#"{"data":{}}"#,
    r#"{"data":[]}"#,
    r#"{"errors":[{"message":"x"}]}"#,
    r#"{"error":null}"#,
    r#"{"code":null,"message":"x"}"#,
    r#"{"code":200.9,"message":"x","data":{"_id":"x"}}"#,
    r#"{"code":99999999999999999999,"message":"x"}"#,
    r#"{"code":"200 OK","message":"x"}"#,
    r#"{"code":[],"message":"x"}"#,
    r#"{"code":2207,"message":"x"}"#,
    r#"{"code":"2207","message":"x"}"#,
    r#"{"code":2207,"message":"x","data":{"_id":"x","token":"x"},"status":false}"#,
    r#"{"code":200,"data":{"code":2207,"message":"x"}}"#,
    r#"{"status":false,"message":"x"}"#,
    r#"{"statusCode":403,"message":"x"}"#,
    r#"{"statusCode":403,"apiCode":2333,"message":"x","data":{"userId":"x","access_token":"x"}}"#,
    r#"{"statusCode":200.9,"message":"x","data":{"userId":"x"}}"#,
    r#"{"statusCode":null,"message":"x","data":{"success":true}}"#,
    r#"{"statusCode":200,"message":"x","data":{"success":false}}"#,
    r#"{"statusCode":500,"message":"x","data":{"success":true}}"#,
];

/// Operations whose response has no fixed shape.
fn accepts_any_data(name: &str) -> bool {
    matches!(name, "graphql" | "callRaw")
}

/// Operations whose response may be `null` by the schema.
fn accepts_null(name: &str) -> bool {
    matches!(name, "queryMFA" | "adConnectorByProvider" | "removeUserFromGroup")
}

struct FalseSuccesses {
    calls: usize,
    wrong: Vec<String>,
}

impl FalseSuccesses {
    /// Both kinds of call reject the body; the typed call's error is typed.
    fn rejects<O: Operation<Response: Debug> + Clone + Send + Sync + 'static>(
        &mut self,
        operation: &O,
        status: u16,
        body: &str,
    ) {
        let scenario = || Scenario::new().secret(POOL_SECRET).with_token(TOKEN).owner_holds(OWNER_TOKEN);
        let service = || {
            ScriptedService::answering({
                let body = body.to_owned();
                move |_| raw(status, body.as_str())
            })
        };
        let typed = run(&service(), Call::new(scenario().context_for::<O>(), operation.clone()));
        let json = run(&service(), RawCall::new(scenario().context_for::<O>(), operation.clone()));
        self.calls += 2;
        let is_typed = |error: &Error| matches!(error, Error::Service(_) | Error::InvalidResponse(_));
        match (typed, json) {
            (Err(typed), Err(json)) if is_typed(&typed) && typed.to_string() == json.to_string() => {}
            (typed, json) => self.wrong.push(format!("{} HTTP {status} {body}\n  {typed:?}\n  {json:?}", O::NAME)),
        }
    }
}

impl Visitor for FalseSuccesses {
    fn visit<O>(&mut self, operation: O, _answer: &Value)
    where
        O: Operation<Response: Debug> + Clone + Debug + Send + Sync + 'static,
    {
        if operation_is_local(&operation) {
            return;
        }
        let field = match O::ENDPOINT.envelope() {
            Envelope::GraphQl { field } => field,
            _ => "x",
        };
        for status in [200, 403] {
            for body in NO_SUCCESS {
                // A health check is any 2xx response but an error; a raw document's response is any object.
                let vague = !body.contains("2207") || body.contains(r#""data":{"code""#);
                let health_check = O::ENDPOINT.envelope() == Envelope::Status && vague;
                let any_object = accepts_any_data(O::NAME) && body.contains(r#""data":{"#) && vague;
                // Here the whole object is the response, and its code says yes.
                let whole = O::ENDPOINT.envelope() == Envelope::CodeWhole && body.starts_with(r#"{"code":200,"data""#);
                let says_yes = whole && O::RESPONSE_SHAPE == Shape::Outcome;
                if status == 200 && (health_check || any_object || says_yes) {
                    continue;
                }
                self.rejects(&operation, status, body);
            }
            let beside = json!({ "errors": [{ "message": "x" }], "data": { field: { "_id": "x", "token": "x" } } });
            if matches!(O::ENDPOINT, Endpoint::GraphQl(_)) {
                self.rejects(&operation, status, &beside.to_string());
            }
            let null = json!({ "data": { field: null } }).to_string();
            let allowed = status == 200
                && (accepts_null(O::NAME) || accepts_any_data(O::NAME) || O::ENDPOINT.envelope() == Envelope::Status);
            if !allowed {
                self.rejects(&operation, status, &null);
            }
        }
    }
}

/// Whether the client answers the operation itself.
fn operation_is_local<O: Operation>(operation: &O) -> bool {
    let context = Scenario::new().with_token(TOKEN).context();
    operation.local_response(&context, crate::support::NOW).is_some()
}

#[test]
fn no_operation_takes_an_error_for_success() {
    let mut visitor = FalseSuccesses { calls: 0, wrong: Vec::new() };
    every_operation(&mut visitor);
    assert!(visitor.calls > 1000);
    assert!(visitor.wrong.is_empty(), "{} of {}:\n{}", visitor.wrong.len(), visitor.calls, visitor.wrong.join("\n"));
}

/// An operation under the one envelope that no operation of the SDK has.
#[derive(Clone, Debug)]
struct Plain;

impl Operation for Plain {
    type Needs = needs::Nothing;
    type Response = Value;

    const NAME: &'static str = "plain";
    const ENDPOINT: Endpoint = Endpoint::rest(Service::User, Method::Get, "/plain", Encoding::Query, Envelope::Plain);

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}

#[test]
fn an_error_code_is_an_error_under_every_envelope() {
    let of =
        |body: &str| run(&ScriptedService::scripted([raw(200, body)]), Call::new(&Scenario::new().context(), Plain));
    let error = of(r#"{"code":2207,"message":"token invalid"}"#).unwrap_err();
    assert_eq!((error.code(), error.needs_login()), (Some(ErrorCode::TOKEN_INVALID), true));
    assert!(of(r#"{"code":200}"#).is_ok() && of(r#"{"code":"a field of its own"}"#).is_ok());
}

#[test]
fn a_number_that_is_no_code_is_not_shown() {
    for number in ["176704167546", "-99999999", "\"13800138000\"", "17670416754.5"] {
        let sms = || authing_core::login::SendSmsCode { phone: "1".into() };
        for body in [
            format!(r#"{{"code":{number},"message":"no"}}"#),
            format!(r#"{{"errors":[{{"message":{{"code":{number},"message":"no"}}}}]}}"#),
        ] {
            let error =
                run(&ScriptedService::scripted([raw(200, body.clone())]), Call::new(&Scenario::new().context(), sms()));
            let error = rendered(&error.unwrap_err());
            assert!(!error.contains(number.trim_matches('"')), "{error}");
            let user = authing_core::account::GetUser::new("x");
            let error = run(&ScriptedService::scripted([raw(200, body)]), Call::new(&Scenario::new().context(), user));
            assert!(!rendered(&error.unwrap_err()).contains(number.trim_matches('"')), "{number}");
        }
    }
}

/// What the service really answers is a success of both kinds of call.
struct Genuine;

impl Visitor for Genuine {
    fn visit<O>(&mut self, operation: O, answer: &Value)
    where
        O: Operation<Response: Debug> + Clone + Debug + Send + Sync + 'static,
    {
        let scenario = || Scenario::new().secret(POOL_SECRET).with_token(TOKEN).owner_holds(OWNER_TOKEN);
        let answer = || -> Answer { crate::leaks::wrapped(&O::ENDPOINT, answer) };
        let typed =
            run(&ScriptedService::scripted([answer()]), Call::new(scenario().context_for::<O>(), operation.clone()));
        let json = run(&ScriptedService::scripted([answer()]), RawCall::new(scenario().context_for::<O>(), operation));
        assert!(typed.is_ok() && json.is_ok(), "{} {typed:?} {json:?}", O::NAME);
    }
}

#[test]
fn both_kinds_of_call_take_every_recorded_response() {
    every_operation(&mut Genuine);
}
