//! Success is `statusCode` 200 and nothing else; a service error keeps its codes; a gateway's error is not the service's.

use authing_core::v3::{EmailChannel, NextStep};
use authing_core::{Error, ErrorCode};
use serde_json::json;

use super::{application, done, refused};
use crate::support::answers::{json_body, raw};
use crate::support::{Answer, ScriptedService};

fn answered(answer: Answer) -> Result<(), Error> {
    application(&ScriptedService::scripted([answer])).send_email(EmailChannel::Login, "bob@example.com")
}

#[test]
fn status_code_200_alone_is_success() {
    assert!(answered(json_body(&json!({ "statusCode": 200 }))).is_ok(), "some answers have no data");
    assert!(answered(done(&json!({ "success": true }))).is_ok());
    assert!(answered(raw(500, r#"{"statusCode":200}"#)).is_ok(), "the HTTP status says nothing");
    for body in [r#"{"message":"ok"}"#, r#"{"code":200}"#, r#"{"statusCode":201}"#, r#"{"statusCode":0}"#, "{}"] {
        assert!(answered(raw(200, body)).is_err(), "{body}");
    }
}

#[test]
fn refusal_keeps_api_code_and_request_id() {
    let error = answered(refused(403, 2333)).unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::WRONG_ACCOUNT_OR_PASSWORD));
    let service = error.service_error().unwrap();
    assert_eq!((service.code, service.request_id.as_deref()), (Some(ErrorCode::V3_FORBIDDEN), Some("r-1")));
    assert_eq!((service.status, error.is_from_gateway()), (200, false));
    assert_eq!(error.to_string(), "`sendEmail`: the service returned error 2333: no");
}

#[test]
fn success_false_is_an_error_of_the_service() {
    let body = |message: &str| json!({ "statusCode": 200, "message": message, "requestId": "r-1", "data": { "success": false, "left": 2 } });
    let error = answered(json_body(&body("try later"))).unwrap_err();
    assert_eq!(error.to_string(), "`sendEmail`: the service returned an error (HTTP 200): try later");
    let service = error.service_error().unwrap();
    assert_eq!((service.code, service.request_id.as_deref()), (None, Some("r-1")), "200 is the code of no error");
    assert_eq!(service.deserialize_data(), Some(json!({ "success": false, "left": 2 })));
    assert!(!error.is_retryable() && !error.needs_login() && !error.is_from_gateway());

    let error = answered(json_body(&body(""))).unwrap_err();
    assert_eq!(error.to_string(), "`sendEmail`: the service returned an error (HTTP 200): no reason was given");
}

#[test]
fn success_that_is_no_boolean_is_an_invalid_response() {
    let error = answered(done(&json!({ "success": "no" }))).unwrap_err();
    let Error::InvalidResponse(invalid) = error else { panic!("{error:?}") };
    assert_eq!(invalid.path, "data.success");
}

#[test]
fn next_steps_are_no_anonymous_failures() {
    let steps = [
        (1635, NextStep::UserMfa),
        (1636, NextStep::ApplicationMfa),
        (1639, NextStep::ResetPassword),
        (1640, NextStep::BindAccount),
        (1641, NextStep::BindOrCreateAccount),
        (1642, NextStep::CompleteProfile),
        (1643, NextStep::Unlock),
    ];
    for (code, step) in steps {
        let error = answered(refused(499, code)).unwrap_err();
        assert!(matches!(error, Error::MoreNeeded(_)), "{error:?}");
        assert_eq!((error.next_step(), error.code()), (Some(step), Some(ErrorCode(code))));
    }
    assert_eq!(answered(refused(403, 1638)).unwrap_err().next_step(), None);
}

#[test]
fn gateway_is_told_from_the_service() {
    for answer in [raw(502, "<html>Bad Gateway</html>"), raw(200, ""), raw(503, ""), raw(502, r#"{"message":"x"}"#)] {
        let shown = format!("{answer:?}");
        let error = answered(answer).unwrap_err();
        assert!(error.is_from_gateway(), "{shown}: {error:?}");
        assert!(error.service_error().is_none());
    }
}

#[test]
fn not_logged_in_and_throttled_are_known_without_an_http_status() {
    assert!(answered(json_body(&json!({ "statusCode": 401 }))).unwrap_err().needs_login());
    assert!(answered(json_body(&json!({ "statusCode": 429 }))).unwrap_err().is_retryable());
    assert!(!answered(json_body(&json!({ "statusCode": 500 }))).unwrap_err().is_retryable());
}
