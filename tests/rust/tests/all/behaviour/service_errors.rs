//! The service returns an error, or a gateway before it does.

use authing_core::ErrorCode;
use authing_core::InvalidResponseKind::{EmptyBody, NotJson, Shape};

use crate::behaviour::case::{Ask, error_without_code, invalid_response, oauth_error, play, service_error, whole};

#[test]
fn every_code_of_the_service_is_the_same_refusal() {
    let codes = ErrorCode::ALL.iter().filter(|code| **code != ErrorCode::OK);
    let refusal = |code| format!(r#"{{"errors":[{{"message":{{"code":{code},"message":"x"}}}}],"data":null}}"#);
    play(Ask::GraphQl, codes.map(|code| (code.to_string(), whole(200, refusal(code)), service_error(code.0, 200))));
}

#[test]
fn graphql_refuses_in_many_ways() {
    let errors = |status, errors: &str| whole(status, format!(r#"{{"errors":{errors},"data":null}}"#));
    let sentence = error_without_code;
    play(
        Ask::GraphQl,
        [
            (
                "message is an object",
                errors(200, r#"[{"message":{"code":2004,"message":"用户不存在"}}]"#),
                service_error(2004, 200),
            ),
            ("the same, HTTP 500", errors(500, r#"[{"message":{"code":1000}}]"#), service_error(1000, 500)),
            ("message is a string", errors(200, r#"[{"message":"Cannot query field"}]"#), sentence(200)),
            ("the same, HTTP 400", errors(400, r#"[{"message":"Syntax Error"}]"#), sentence(400)),
            ("message is a number", errors(200, r#"[{"message":7}]"#), sentence(200)),
            ("no message", errors(200, "[{}]"), sentence(200)),
            (
                "two errors",
                errors(200, r#"[{"message":{"code":2006}},{"message":{"code":2004}}]"#),
                service_error(2006, 200),
            ),
            ("a code as a string", errors(200, r#"[{"message":{"code":"2006"}}]"#), service_error(2006, 200)),
            ("a code nobody knows", errors(200, r#"[{"message":{"code":98765}}]"#), service_error(98_765, 200)),
            ("a gateway", whole(401, r#"{"code":2020,"message":"尚未登录"}"#), service_error(2020, 401)),
            ("a gateway's sentence", whole(403, r#"{"message":"Forbidden"}"#), sentence(403)),
            (
                "a sentence that is no refusal",
                whole(200, r#"{"message":"Hello"}"#),
                invalid_response(200, "data", Shape),
            ),
            ("no sentence", whole(503, r#"{"message":{}}"#), invalid_response(503, "data", Shape)),
        ],
    );
}

#[test]
fn rest_error_is_read_with_any_status() {
    play(
        Ask::Rest,
        [
            ("HTTP 200", whole(200, r#"{"code":500,"message":"已发送验证码，还未失效"}"#), service_error(500, 200)),
            ("HTTP 403", whole(403, r#"{"code":1001,"message":"无权限"}"#), service_error(1001, 403)),
            ("no code", whole(404, r#"{"message":"Not Found"}"#), error_without_code(404)),
        ],
    );
}

#[test]
fn oauth_refuses_by_name() {
    let refusal = |error| format!(r#"{{"error":"{error}","error_description":"no"}}"#);
    let name = oauth_error;
    play(
        Ask::Oauth,
        [
            ("HTTP 400", whole(400, refusal("invalid_grant")), name("invalid_grant", 400)),
            ("HTTP 200", whole(200, refusal("invalid_client")), name("invalid_client", 200)),
            ("no description", whole(503, r#"{"error":"server_error"}"#), name("server_error", 503)),
        ],
    );
}

#[test]
fn a_status_without_a_refusal_is_not_understood() {
    for ask in Ask::ALL {
        play(
            ask,
            [400, 401, 403, 404, 407, 408, 418, 429, 451, 500, 502, 503, 504, 599].into_iter().flat_map(|status| {
                [
                    (
                        format!("{status}, a page"),
                        whole(status, "<html></html>"),
                        invalid_response(status, ".", NotJson),
                    ),
                    (format!("{status}, nothing"), whole(status, ""), invalid_response(status, ".", EmptyBody)),
                    (format!("{status}, JSON"), whole(status, r#""no""#), invalid_response(status, ".", Shape)),
                ]
            }),
        );
    }
}
