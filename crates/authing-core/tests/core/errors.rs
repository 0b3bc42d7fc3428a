//! What an error says: the operation, what went wrong, each once; and what a program asks of it.

use std::error::Error as _;
use std::time::Duration;

use authing_core::account::GetUser;
use authing_core::management::ListUsers;
use authing_core::oidc::ValidateAccessToken;
use authing_core::types::Page;
use authing_core::{
    AuthenticationError, Call, Error, ErrorCode, InvalidResponseKind, Language, LogoutFailed, Response, TransportError,
    TransportErrorKind,
};

use crate::support::answers::{fault, raw, refused};
use crate::support::{Answer, Scenario, ScriptedService, USER, rendered, run};

fn error_of(answer: Answer) -> Error {
    run(&ScriptedService::scripted([answer]), Call::new(&Scenario::new().context(), GetUser::new(USER))).unwrap_err()
}

#[test]
fn an_error_names_its_operation_once() {
    let timeout = TransportError::new(TransportErrorKind::Timeout).with_source("no bytes for 10 s");
    for (answer, text) in [
        (refused(2004, "\u{7528}"), "`user`: the service returned error 2004: \u{7528}"),
        (raw(200, "<html>"), "`user`: invalid response (HTTP 200) at `.`: it is not JSON"),
        (Err(timeout), "`user`: the service did not respond in time"),
    ] {
        let error = error_of(answer);
        assert_eq!((error.operation(), error.to_string().as_str()), (Some("user"), text));
    }
}

#[test]
fn a_chain_of_sources_says_nothing_twice() {
    let error = error_of(Err(TransportError::new(TransportErrorKind::Timeout).with_source("no bytes for 10 s")));
    let source = error.source().unwrap();
    assert_eq!(source.to_string(), "no bytes for 10 s");
    assert!(source.source().is_none());
    assert!(Error::from(AuthenticationError::WrongState).source().is_none());
}

#[test]
fn an_error_is_a_tag_and_a_pointer() {
    assert!(size_of::<Error>() <= 2 * size_of::<usize>(), "{}", size_of::<Error>());
}

#[test]
fn an_error_on_the_way_names_the_request_that_failed() {
    let scenario = Scenario::new().secret("secret-of-the-pool");
    let service = ScriptedService::scripted([refused(2101, "no")]);
    let error = run(&service, Call::new(&scenario.owner_context(), ListUsers::new(Page::default()))).unwrap_err();
    assert_eq!(error.operation(), Some("getClientWhenSdkInit"));
}

#[test]
fn one_question_each_for_the_status_and_the_wait() {
    for body in ["<html>", r#"{"code":1000,"message":"busy"}"#] {
        let response = Response::new(503, body).with_retry_after(Some("7"));
        let error = error_of(Ok(response));
        assert_eq!((error.status(), error.retry_after()), (Some(503), Some(Duration::from_secs(7))));
    }
    let error = error_of(fault(TransportErrorKind::Connect));
    assert_eq!((error.status(), error.retry_after()), (None, None));
}

#[test]
fn a_failed_logout_answers_as_its_first_error() {
    let error = Error::from(LogoutFailed { error: error_of(refused(2207, "no")), store: Error::TokenExpired });
    assert_eq!((error.code(), error.status(), error.operation()), (Some(ErrorCode(2207)), Some(200), Some("user")));
}

#[test]
fn a_redirect_is_called_a_redirect() {
    for status in [301, 302, 303, 307, 308] {
        for body in ["", "<html>", r#"{"code":200,"data":{"_id":"x"}}"#, r#"{"data":{"user":{"_id":"x"}}}"#] {
            let Error::InvalidResponse(error) = error_of(raw(status, body)) else { panic!("{status} {body}") };
            assert_eq!((error.status, error.kind), (status, InvalidResponseKind::Redirect));
        }
    }
}

#[test]
fn a_plain_text_with_a_4xx_status_is_a_service_error() {
    let token = "stolen-token";
    for status in [400, 401, 403, 404, 429] {
        let error = error_of(raw(status, "Forbidden by policy\n"));
        let Error::Service(service) = &error else { panic!("{error:?}") };
        assert_eq!((service.message.as_str(), service.status), ("Forbidden by policy", status));
        assert_eq!(error.is_retryable(), status == 429);
        let validate = ValidateAccessToken { access_token: token.into() };
        let answer = raw(status, format!("bad token {token}"));
        let error =
            run(&ScriptedService::scripted([answer]), Call::new(&Scenario::new().context(), validate)).unwrap_err();
        assert!(matches!(error, Error::Service(_)) && !rendered(&error).contains(token), "{error}");
    }
    for (status, body) in [(403, "<html>"), (403, ""), (403, "{\"a\":"), (403, "[1]"), (500, "oops"), (200, "yes")] {
        assert!(matches!(error_of(raw(status, body)), Error::InvalidResponse(_)), "{status} {body}");
    }
}

#[test]
fn a_code_has_a_sentence_for_people_in_both_languages() {
    for code in ErrorCode::ALL.iter().copied().chain([ErrorCode(9999)]) {
        let (chinese, english) = (code.message(Language::Chinese), code.message(Language::English));
        assert!(!chinese.is_ascii() && !chinese.ends_with(['。', '！']), "{chinese}");
        assert!(english.is_ascii() && !english.ends_with('.'), "{english}");
    }
    assert_eq!(
        ErrorCode::USER_NOT_FOUND.message(Language::English),
        ErrorCode::WRONG_PASSWORD.message(Language::English),
        "it does not tell who has an account"
    );
}
