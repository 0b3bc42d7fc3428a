//! With any response and any event: no panic, and an end within a bound.

use authing_core::account::{ChangeAvatar, GetUser};
use authing_core::flow::{Event, Flow, Step};
use authing_core::host::{EventDetail, HostResponse};
use authing_core::login::{CasLogout, SendSmsCode};
use authing_core::management::ListUsers;
use authing_core::oidc::{AppCredentials, GetUserInfo, LoginByOidc, PasswordGrant};
use authing_core::preflight::{CheckUserService, Preflight};
use authing_core::qr::{AppScene, QrLogin, WxappScene};
use authing_core::token::DecodeToken;
use authing_core::types::Page;
use authing_core::{
    Call, Client, Error, Operation, Response, Timestamp, TransportError, TransportErrorKind, UploadFile,
};
use proptest::prelude::*;
use std::ops::ControlFlow::{Break, Continue};

use crate::support::{Scenario, ScriptedService, USER, rendered, run, tries};

/// Bodies that are nothing, almost something, and something.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let words = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"data\"",
        "\"errors\"",
        "\"message\"",
        "\"code\"",
        "\"user\"",
        "\"_id\"",
        "\"error\"",
        "null",
        "200",
        "2206",
        "1000",
        "-1",
        "1e999",
        "\"\"",
        "\"x\"",
        "\u{feff}",
        "\\",
        "\"\\ud800\"",
        "true",
    ]);
    let whole = prop::sample::select(vec![
        r#"{"data":{"user":{"_id":"x"}}}"#,
        r#"{"data":{"getClientWhenSdkInit":{"accessToken":"o"}}}"#,
        r#"{"data":{"qiNiuUploadToken":"t"}}"#,
        r#"{"errors":[{"message":{"code":2206}}]}"#,
        r#"{"code":200,"data":{"qrcode":"u","qrcodeId":"q","qrcodeUrl":"u"}}"#,
        r#"{"code":200,"data":{"scanned":true}}"#,
        r#"{"code":200,"data":{"success":true,"ticket":"t"}}"#,
        r#"{"code":500,"message":"have not been authed"}"#,
        r#"{"access_token":"a","key":"k","sub":"s"}"#,
    ]);
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..64),
        prop::collection::vec(words, 0..24).prop_map(|words| words.concat().into_bytes()),
        whole.prop_map(|text| text.as_bytes().to_vec()),
        (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(at, byte)| {
            let mut body = br#"{"data":{"user":{"_id":"x","loginsCount":1,"group":{"_id":"g"}}},"errors":[]}"#.to_vec();
            let at = at.index(body.len());
            body[at] = byte;
            body
        }),
    ]
}

fn responses() -> impl Strategy<Value = Response> {
    (100..=599_u16, bodies()).prop_map(|(status, body)| Response::new(status, body))
}

fn faults() -> impl Strategy<Value = TransportError> {
    use TransportErrorKind::{BodyTooLarge, Connect, ConnectionLost, Other, Protocol, Timeout, Unsupported};
    prop::sample::select(vec![Connect, Timeout, ConnectionLost, Protocol, BodyTooLarge, Unsupported, Other])
        .prop_map(TransportError::new)
}

/// Anything that a driver can say, asked for or not.
#[derive(Clone, Debug)]
enum Happening {
    Answered(Response),
    TransportError(TransportError),
    Path(String),
    Bool(bool),
    EventDetail(String),
    HostFails,
    Waited,
    Told,
}

impl Happening {
    fn event(self) -> Event {
        match self {
            Self::Answered(response) => Event::Response(Ok(response)),
            Self::TransportError(fault) => Event::Response(Err(fault)),
            Self::Path(path) => Event::HostResponse(Ok(HostResponse::ImagePath(path))),
            Self::Bool(flag) => Event::HostResponse(Ok(HostResponse::Bool(flag))),
            Self::EventDetail(err_msg) => {
                let iv = String::new();
                Event::HostResponse(Ok(HostResponse::EventDetail(EventDetail {
                    err_msg,
                    encrypted_data: "x".into(),
                    iv,
                })))
            }
            Self::HostFails => Event::HostResponse(Err(Error::host("x"))),
            Self::Waited => Event::Waited,
            Self::Told => Event::Notified,
        }
    }

    /// Whether this is the kind of event that the step asks for.
    fn suits<N>(&self, step: &Step<N>) -> bool {
        match step {
            Step::Send(_) => matches!(self, Self::Answered(_) | Self::TransportError(_)),
            Step::CallHost(_) => matches!(self, Self::Path(_) | Self::Bool(_) | Self::EventDetail(_) | Self::HostFails),
            Step::Wait(_) => matches!(self, Self::Waited),
            Step::Notify(_) => matches!(self, Self::Told),
        }
    }
}

fn happenings() -> impl Strategy<Value = Vec<(Happening, u64)>> {
    let happening = prop_oneof![
        4 => responses().prop_map(Happening::Answered),
        1 => faults().prop_map(Happening::TransportError),
        1 => ".{0,20}".prop_map(Happening::Path),
        1 => any::<bool>().prop_map(Happening::Bool),
        1 => ".{0,20}".prop_map(Happening::EventDetail),
        1 => Just(Happening::HostFails),
        3 => Just(Happening::Waited),
        3 => Just(Happening::Told),
    ];
    prop::collection::vec((happening, prop_oneof![0..5000_u64, any::<u64>()]), 0..40)
}

/// Steps a flow through any events; fails if a wrong event is not reported as an error of the driver.
fn survive<F: Flow>(mut flow: F, happenings: &[(Happening, u64)]) -> Result<(), TestCaseError> {
    for (happening, millis) in happenings {
        let now = Timestamp::from_millis(*millis);
        let suits = match flow.poll(now) {
            Ok(Break(_)) => {
                prop_assert!(matches!(flow.poll(now), Err(Error::Driver(_))), "polled after its end");
                return Ok(());
            }
            Ok(Continue(step)) => happening.suits(&step),
            Err(_) => return Ok(()),
        };
        match flow.handle(now, happening.clone().event()) {
            Ok(()) => prop_assert!(suits, "it took {happening:?}"),
            Err(error) if !suits => prop_assert!(matches!(error, Error::Driver(_)), "{error:?}"),
            Err(_) => {}
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(256))]

    #[test]
    fn no_answer_makes_reading_panic_or_shows_in_its_error(response in responses(), marked in any::<bool>()) {
        fn read<O: Operation>(operation: O, response: &Response) -> Result<(), Error> {
            run(&ScriptedService::scripted([Ok(response.clone())]), Call::new(&Scenario::new().context(), operation)).map(drop)
        }
        let response = if marked { Response::new(response.status(), [b"\"17670416754\"", response.body()].concat()) } else { response };
        let results = [
            read(GetUser::new(USER), &response),
            read(DecodeToken { token: "token".into() }, &response),
            read(SendSmsCode { phone: "13800138000".into() }, &response),
            read(CasLogout, &response),
            read(GetUserInfo { access_token: "token".into() }, &response),
            read(CheckUserService, &response),
        ];
        for error in results.into_iter().filter_map(Result::err) {
            prop_assert!(!rendered(&error).contains("17670416754"));
        }
    }

    #[test]
    fn no_flow_panics_or_continues_after_its_end(happenings in happenings()) {
        let context = || Scenario::new().secret("s").logged_in().context();
        let grant = || PasswordGrant::email(AppCredentials::new("app", "secret"), "bob@example.com", "pw");
        survive(Call::new(&context(), GetUser::new(USER)), &happenings)?;
        survive(Call::new(&context(), ListUsers::new(Page::default())), &happenings)?;
        survive(ChangeAvatar::from_host(&context(), USER), &happenings)?;
        survive(ChangeAvatar::from_file(&context(), USER, UploadFile::HostPath("a//b".into())), &happenings)?;
        survive(LoginByOidc::new(&context(), grant()), &happenings)?;
        survive(Preflight::new(&context()), &happenings)?;
        survive(QrLogin::new(&context(), AppScene::default()), &happenings)?;
        survive(QrLogin::new(&context(), WxappScene::default()), &happenings)?;
    }
}

proptest! {
    #![proptest_config(tries(100))]

    #[test]
    fn every_flow_ends_on_any_response(
        responses in prop::collection::vec(responses(), 1..8),
        attempts in 0..5_u32,
    ) {
        let retry = authing_core::RetryPolicy { max_attempts: attempts, ..authing_core::RetryPolicy::default() };
        let ends = |run: fn(&Client<ScriptedService>)| {
            let mut turn = responses.clone().into_iter().cycle();
            let service = ScriptedService::answering(move |_| Ok(turn.next().unwrap()));
            run(&Scenario::new().secret("s").retry(retry.clone()).client(&service));
            // The patience of a QR code and its pace are the bound: 200 questions, or 375.
            prop_assert!(service.sent().len() <= 400, "{}", service.sent().len());
            Ok(())
        };
        ends(|client| drop(client.pool().as_owner().unwrap().users(Page::default())))?;
        ends(|client| drop(client.preflight()))?;
        ends(|client| drop(client.change_avatar(USER, UploadFile::HostPath("a//b".into()))))?;
        ends(|client| drop(client.login_by_app_qr(AppScene::default(), |_| ())))?;
        ends(|client| drop(client.login_by_wxapp_qr(WxappScene::default(), |_| ())))?;
    }
}
