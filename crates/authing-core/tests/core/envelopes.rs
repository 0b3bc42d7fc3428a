//! The results of the responses in each envelope. No error holds a response.

use std::fmt::Debug;
use std::time::Duration;

use authing_core::account::GetUser;
use authing_core::login::{CasLogout, SendSmsCode};
use authing_core::oidc::{GetUserInfo, ValidateAccessToken};
use authing_core::preflight::CheckUserService;
use authing_core::token::{DecodeToken, VerifyTokenOnline};
use authing_core::wechat::{Decrypt, EncryptedData};
use authing_core::{Call, Error, ErrorCode, InvalidResponseKind, Operation, Response};

use crate::support::answers::raw;
use crate::support::{Answer, Scenario, ScriptedService, USER, rendered, run};

const TOKEN: &str = "eyJhbGciOi";

/// What an operation makes of an answer.
fn made_of<O: Operation>(operation: O, answer: Answer) -> Result<O::Response, Error> {
    run(&ScriptedService::scripted([answer]), Call::new(&Scenario::new().context(), operation))
}

fn user(status: u16, body: &str) -> Result<authing_core::types::User, Error> {
    made_of(GetUser::new(USER), raw(status, body))
}

fn sms(status: u16, body: &str) -> Result<authing_core::types::CommonMessage, Error> {
    made_of(SendSmsCode { phone: "17670416754".into() }, raw(status, body))
}

fn refusal<T: Debug>(result: Result<T, Error>) -> (Option<i64>, String) {
    match result {
        Err(Error::Service(refusal)) => (refusal.code.map(|code| code.0), refusal.sentence().to_owned()),
        other => panic!("{other:?}"),
    }
}

fn misunderstanding<T: Debug>(result: Result<T, Error>) -> (u16, String, InvalidResponseKind) {
    match result {
        Err(Error::InvalidResponse(odd)) => (odd.status, odd.path, odd.kind),
        other => panic!("{other:?}"),
    }
}

#[test]
fn graphql_refuses_with_an_object_or_a_sentence() {
    let cases = [
        (
            200,
            r#"{"errors":[{"message":{"code":2004,"message":"用户不存在","data":null},"path":["user"]}],"data":null}"#,
            (Some(2004), "用户不存在"),
        ),
        (200, r#"{"errors":[{"message":{"code":"2004","message":"no"}}],"data":{"user":null}}"#, (Some(2004), "no")),
        (200, r#"{"errors":[{"message":{"code":2004}}]}"#, (Some(2004), "用户不存在")),
        (200, r#"{"errors":[{"message":{"code":"NONE","message":"no"}}]}"#, (None, "no")),
        (400, r#"{"errors":[{"message":"Cannot query field \"x\""}]}"#, (None, "Cannot query field \"x\"")),
        (200, r#"{"errors":[{}]}"#, (None, "no reason was given")),
        (200, r#"{"errors":[{"message":17}]}"#, (None, "no reason was given")),
        (403, r#"{"code":1001,"message":"by a gateway"}"#, (Some(1001), "by a gateway")),
        (200, r#"{"code":"2020","message":"by a gateway"}"#, (Some(2020), "by a gateway")),
        (502, r#"{"message":"no upstream"}"#, (None, "no upstream")),
        (429, r#"{"code":"THROTTLED","message":"slowly","data":null}"#, (None, "slowly")),
        (500, "\u{feff}{\"code\":1000}", (Some(1000), "系统繁忙，请稍后再试")),
    ];
    for (status, body, (code, message)) in cases {
        assert_eq!(refusal(user(status, body)), (code, message.to_owned()), "{body}");
    }
}

#[test]
fn graphql_answers_that_make_no_sense() {
    let cases = [
        (502, "<html>Bad Gateway</html>", ".", InvalidResponseKind::NotJson),
        (200, "", ".", InvalidResponseKind::EmptyBody),
        (200, " \r\n", ".", InvalidResponseKind::EmptyBody),
        (200, "\u{feff}", ".", InvalidResponseKind::EmptyBody),
        (200, r#"{"data":{"user":{"_id":"5e0"#, ".", InvalidResponseKind::NotJson),
        (200, "[]", ".", InvalidResponseKind::Shape),
        (200, "null", ".", InvalidResponseKind::Shape),
        (200, r#"{"data":null}"#, "data", InvalidResponseKind::Shape),
        (200, "{}", "data", InvalidResponseKind::Shape),
        (500, r#"{"data":{"user":{"_id":"x"}}}"#, "data", InvalidResponseKind::Shape),
        (200, r#"{"data":[1]}"#, "data", InvalidResponseKind::Shape),
        (200, r#"{"data":{"other":1}}"#, "data.user", InvalidResponseKind::Shape),
        (200, r#"{"data":{"user":null}}"#, "data.user", InvalidResponseKind::Shape),
        (200, r#"{"data":{"user":{"nickname":"13800138000"}}}"#, "data.user", InvalidResponseKind::Shape),
        (
            200,
            r#"{"data":{"user":{"_id":"x","loginsCount":"13800138000"}}}"#,
            "data.user.loginsCount",
            InvalidResponseKind::Shape,
        ),
        (200, r#"{"data":{"user":{"_id":"x","group":{"_id":[]}}}}"#, "data.user.group._id", InvalidResponseKind::Shape),
        (
            200,
            r#"{"data":{"user":{"_id":"x","userLocation":[{"when":"a"},{"when":1}]}}}"#,
            "data.user.userLocation[1].when",
            InvalidResponseKind::Shape,
        ),
        (200, r#"{"errors":7}"#, "errors", InvalidResponseKind::Shape),
    ];
    for (status, body, path, kind) in cases {
        let result = user(status, body);
        if let Err(error) = &result {
            assert!(!rendered(error).contains("13800138000"), "{error:?}");
        }
        assert_eq!(misunderstanding(result), (status, path.to_owned(), kind), "{body}");
    }
    let not_utf8 = made_of(GetUser::new(USER), raw(200, b"{\"data\":\"\xff\xfe\"}".as_slice()));
    assert_eq!(misunderstanding(not_utf8), (200, ".".to_owned(), InvalidResponseKind::NotJson));
}

#[test]
fn graphql_succeeds() {
    for body in [
        r#"{"data":{"user":{"_id":"x","nickname":"Bob"}}}"#,
        "\u{feff}{\"data\":{\"user\":{\"_id\":\"x\",\"nickname\":\"Bob\"}}}\n",
        r#"{"errors":[],"data":{"user":{"_id":"x","nickname":"Bob","unheardOf":{}}}}"#,
        r#"{"errors":null,"data":{"user":{"_id":"x","nickname":"Bob"}}}"#,
        r#"{"data":{"us\u0065r":{"_i\u0064":"x","nickname":"\u0042ob"}},"extensions":{}}"#,
    ] {
        assert_eq!(user(200, body).unwrap().nickname.as_deref(), Some("Bob"), "{body}");
    }
}

#[test]
fn rest_means_its_code_and_not_its_status() {
    assert_eq!(sms(200, r#"{"code":200,"message":"成功"}"#).unwrap().message.as_deref(), Some("成功"));
    assert_eq!(sms(200, r#"{"code":"200","message":"成功"}"#).unwrap().code(), Some(ErrorCode::OK));
    assert_eq!(
        refusal(sms(200, r#"{"code":500,"message":"已发送验证码，还未失效"}"#)),
        (Some(500), "已发送验证码，还未失效".to_owned())
    );
    assert_eq!(refusal(sms(500, r#"{"message":"Internal Server Error"}"#)), (None, "Internal Server Error".to_owned()));
    assert_eq!(refusal(sms(404, r#"{"error":"Not Found"}"#)), (None, "Not Found".to_owned()));
    assert_eq!(misunderstanding(sms(500, "{}")), (500, ".".to_owned(), InvalidResponseKind::Shape));
    assert_eq!(misunderstanding(sms(200, r#"{"code":[]}"#)), (200, "code".to_owned(), InvalidResponseKind::Shape));
    assert_eq!(
        misunderstanding(sms(200, r#"{"code":200,"data":{"message":[]}}"#)),
        (200, "data.message".to_owned(), InvalidResponseKind::Shape)
    );
    let Err(Error::Service(refusal)) = sms(200, r#"{"code":500,"message":"no","data":{"wait":60}}"#) else { panic!() };
    assert_eq!(refusal.deserialize_data::<serde_json::Value>().unwrap()["wait"], 60);
}

#[test]
fn rest_without_data_is_the_whole_object() {
    let encrypted = || EncryptedData::new("code", "data", "iv");
    let decrypted = |body| made_of(Decrypt { data: encrypted() }, raw(200, body)).unwrap();
    let watermark = serde_json::json!({ "watermark": 1 });
    assert_eq!(decrypted(r#"{"code":200,"data":{"watermark":1}}"#), watermark);
    assert_eq!(decrypted(r#"{"code":200,"watermark":1}"#), serde_json::json!({ "code": 200, "watermark": 1 }));
    assert_eq!(decrypted(r#"{"code":200,"data":null,"watermark":1}"#)["watermark"], 1);
    // The whole object is the answer here, with `data` or without.
    let out = made_of(CasLogout, raw(200, r#"{"code":200,"message":"bye","data":{"message":"not me"}}"#)).unwrap();
    assert_eq!(out.message.as_deref(), Some("bye"));
}

#[test]
fn oauth_refuses_in_its_own_words() {
    let me = |status, body: &str| made_of(GetUserInfo { access_token: TOKEN.into() }, raw(status, body));
    let refused = me(400, r#"{"error":"invalid_grant","error_description":"grant request is invalid"}"#);
    let Err(Error::Service(refused)) = refused else { panic!("{refused:?}") };
    assert_eq!((refused.oauth_error.as_deref(), refused.status), (Some("invalid_grant"), 400));
    assert_eq!(refused.to_string(), "`oidcMe`: the service returned error invalid_grant: grant request is invalid");
    assert_eq!(refusal(me(200, r#"{"error":"invalid_token"}"#)), (None, "invalid_token".to_owned()));
    assert_eq!(refusal(me(401, r#"{"code":2206,"message":"old"}"#)), (Some(2206), "old".to_owned()));
    assert_eq!(me(200, r#"{"sub":"x"}"#).unwrap().sub.as_deref(), Some("x"));
}

#[test]
fn preflight_accepts_any_2xx() {
    for body in ["", "{\"ok\":2}", "<html>", "\u{0}"] {
        assert!(made_of(CheckUserService, raw(204, body)).is_ok());
        assert!(made_of(CheckUserService, raw(503, body)).is_err());
    }
}

#[test]
fn a_moment_is_a_number_or_a_text() {
    let decode = |iat: &str, exp: &str| {
        let body = format!(r#"{{"data":{{"decodeJwtToken":{{"status":{{"code":"200"}},"iat":{iat},"exp":{exp}}}}}}}"#);
        made_of(DecodeToken { token: TOKEN.into() }, raw(200, body)).map(|it| (it.token.iat, it.token.exp))
    };
    assert_eq!(decode("1600000000", r#""1601296000""#).unwrap(), (Some(1_600_000_000), Some(1_601_296_000)));
    assert_eq!(decode("null", r#""""#).unwrap(), (None, None));
    assert_eq!(decode("1.6e9", "1").unwrap(), (Some(1_600_000_000), Some(1)));
    assert!(decode(r#""13800138000 secs""#, "1").is_err_and(|error| !rendered(&error).contains("13800138000")));
    let verify = |body| made_of(VerifyTokenOnline { token: TOKEN.into() }, raw(200, body)).unwrap();
    assert!(verify(r#"{"status":true,"code":200,"token":{"data":{"id":"x"},"iat":"1","exp":2}}"#).is_logged_in());
}

#[test]
fn dates_are_kept_as_they_came() {
    for date in ["2020-01-01T00:00:00.000Z", "Wed Jan 01 2020 08:00:00 GMT+0800 (中国标准时间)", ""] {
        let body = serde_json::json!({ "data": { "user": { "_id": "x", "lastLogin": date } } });
        assert_eq!(user(200, &body.to_string()).unwrap().last_login.as_deref(), Some(date));
    }
}

#[test]
fn an_audience_is_one_or_several() {
    for aud in [r#""a""#, r#"["a","b"]"#] {
        let body = format!(r#"{{"sub":"x","aud":{aud}}}"#);
        assert!(made_of(ValidateAccessToken { access_token: TOKEN.into() }, raw(200, body)).unwrap().aud.is_some());
    }
}

#[test]
fn retry_after_comes_with_the_error() {
    let asked = |value: &[u8], body: &str| {
        let response = Response::new(503, body).with_retry_after(Some(value));
        match made_of(GetUser::new(USER), Ok(response)) {
            Err(Error::InvalidResponse(odd)) => odd.retry_after,
            Err(Error::Service(refusal)) => refusal.retry_after,
            other => panic!("{other:?}"),
        }
    };
    for body in ["", "<html>", r#"{"code":1000}"#] {
        assert_eq!(asked(b"120", body), Some(Duration::from_mins(2)));
        assert_eq!(asked(b"18446744073709551615", body), Some(Duration::from_secs(u64::MAX)));
        assert_eq!(asked(b"Wed, 21 Oct 2015 07:28:00 GMT", body), None);
        assert_eq!(asked(b"-1", body), None);
        assert_eq!(asked(b"\xff", body), None);
    }
}

#[test]
fn error_texts_name_the_remedy() {
    let error = |status, body| user(status, body).unwrap_err();
    assert!(error(200, r#"{"errors":[{"message":{"code":2206}}]}"#).needs_login());
    assert!(error(200, r#"{"errors":[{"message":{"code":1000}}]}"#).is_retryable());
    assert!(error(503, "<html>").is_retryable());
    assert!(!error(200, "<html>").is_retryable());
}
