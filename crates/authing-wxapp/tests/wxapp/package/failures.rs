//! The JSON of each kind of error: the service's number or a word, and what is known beside it.

use authing_core::flow::POLLED_AFTER_COMPLETION;
use authing_core::{
    Authorization, Deadline, Error, ErrorCode, InvalidResponse, InvalidResponseKind, LogoutFailed, ServiceError,
    TransportError, TransportErrorKind, WrongPrincipal,
};
use authing_wxapp::WxError;
use authing_wxapp::package::fail;
use serde_json::{Value, json};

fn refusal(code: Option<i64>) -> Error {
    let message = "密码\"不\"正确\n".to_owned();
    let mut error = ServiceError::new(code.map(ErrorCode), message, 200);
    error.data = Some(r#"{"phone":"17670416754"}"#.to_owned());
    error.into()
}

fn told(error: &Error) -> (String, Value) {
    let step: Value = serde_json::from_str(&fail(error)).unwrap();
    assert_eq!(step[0], "fail");
    (step[1]["message"].as_str().unwrap().to_owned(), step[1]["code"].clone())
}

#[test]
fn a_refusal_is_the_services_own_sentence_and_number() {
    let sentence = "密码\"不\"正确\n".to_owned();
    assert_eq!(told(&refusal(Some(2006))), (sentence.clone(), json!(2006)));
    assert_eq!(told(&refusal(Some(-41003))), (sentence.clone(), json!(-41003)));
    assert_eq!(told(&refusal(None)), (sentence, json!("SERVICE")));
}

#[test]
fn a_fault_tells_its_cause() {
    let plain = Error::from(TransportError::new(TransportErrorKind::Timeout));
    assert_eq!(told(&plain), (String::new(), json!("TRANSPORT")));
    let caused =
        Error::from(TransportError::new(TransportErrorKind::Timeout).with_source(WxError::new("request:fail timeout")));
    assert_eq!(told(&caused).0, "request:fail timeout");
}

/// The module's word has a sentence.
#[test]
fn every_other_kind_is_a_word_and_a_detail() {
    const SENTENCES: &str =
        concat!(include_str!("../../../js/src/messages.js"), include_str!("../../../src/package/messages.txt"));
    let store = Error::store(WxError::new("it is full"));
    let wrong_principal = WrongPrincipal { operation: "clientRoles", needs: Authorization::Owner };
    let odd = InvalidResponse::new(502, ".", InvalidResponseKind::NotJson);
    let of_argument = Error::invalid_argument("email", "is missing");
    let both = LogoutFailed { error: of_argument.clone(), store: store.clone() };
    for (error, word, detail) in [
        (of_argument, "ARGUMENT", "is missing"),
        (Error::NotLoggedIn, "NOT_LOGGED_IN", ""),
        (Error::TokenExpired, "EXPIRED", ""),
        (wrong_principal.into(), "WRONG_PRINCIPAL", "clientRoles"),
        (odd.into(), "INVALID_RESPONSE", ""),
        (Error::declined("chooseImage:fail cancel"), "DECLINED", "chooseImage:fail cancel"),
        (Error::TapAgain, "TAP_AGAIN", ""),
        (Error::NoRandomness, "NO_RANDOMNESS", ""),
        (store, "STORAGE", "it is full"),
        (both.into(), "STORAGE", "is missing; it is full"),
        (Error::host("wx.login failed"), "HOST", "wx.login failed"),
        (POLLED_AFTER_COMPLETION, "WASM", "polled after completion"),
        (Error::TimedOut(Deadline::QrCode), "TIMED_OUT", "the QR code has expired"),
        (Error::MissingSecret, "MISSING_SECRET", ""),
    ] {
        assert_eq!(told(&error), (detail.to_owned(), json!(word)));
        assert!(SENTENCES.contains(word), "{word}");
    }
}

/// A field of the error's JSON besides `message` and `code`.
fn extra(error: &Error, field: &str) -> Value {
    let step: Value = serde_json::from_str(&fail(error)).unwrap();
    step[1][field].clone()
}

#[test]
fn transport_error_tells_its_kind() {
    for (kind, word) in [
        (TransportErrorKind::Connect, "CONNECT"),
        (TransportErrorKind::Timeout, "TIMEOUT"),
        (TransportErrorKind::ConnectionLost, "CONNECTION_LOST"),
        (TransportErrorKind::BodyTooLarge, "BODY_TOO_LARGE"),
        (TransportErrorKind::Protocol, "PROTOCOL"),
        (TransportErrorKind::Unsupported, "UNSUPPORTED"),
        (TransportErrorKind::Other, "OTHER"),
    ] {
        assert_eq!(extra(&TransportError::new(kind).into(), "kind"), json!(word));
    }
}

#[test]
fn error_tells_status_path_or_argument() {
    let odd = Error::from(InvalidResponse::new(502, "data.\"x\"", InvalidResponseKind::NotJson));
    assert_eq!((extra(&odd, "status"), extra(&odd, "path")), (json!(502), json!("data.\"x\"")));
    assert_eq!(extra(&refusal(None), "status"), json!(200));
    assert_eq!(extra(&Error::invalid_argument("email", "is missing"), "argument"), json!("email"));
    assert_eq!(extra(&Error::TapAgain, "kind"), Value::Null);
}
