//! Logging in by QR code: the pace, the news, and how differently it can end.

use std::ops::ControlFlow::Continue;
use std::time::Duration;

use authing_core::flow::{Event, Flow as _, Step};
use authing_core::qr::{AppScene, QrEvent, QrLogin, ScannedUser, Scene, WxappScene};
use authing_core::{Error, RetryPolicy, TransportErrorKind};
use serde_json::{Value, json};

use crate::support::answers::{fault, raw, rest, user};
use crate::support::{Answer, NOW, Scenario, ScriptedService, Sent, drive_bounded, poll_twice};

/// The time that a client waits between two polls.
const WXAPP_PACE: Duration = Duration::from_millis(1500);
const APP_PACE: Duration = Duration::from_millis(800);

fn made_for_wxapp() -> Answer {
    rest(200, "", &json!({ "qrcode": "https://a.cn/qr.png" }))
}

fn made_for_app() -> Answer {
    rest(200, "", &json!({ "qrcodeId": "q", "qrcodeUrl": "https://a.cn/qr.png" }))
}

/// A mini-program's answer is an envelope in an envelope.
fn not_yet() -> Answer {
    rest(200, "", &json!({ "code": 500, "message": "have not been authed" }))
}

fn confirmed() -> Answer {
    let mut user = user();
    user["token"] = "fresh".into();
    rest(200, "", &json!({ "code": 200, "data": user, "redirect": "https://a.cn" }))
}

fn status(fields: &Value) -> Answer {
    rest(200, "", fields)
}

fn nothing() -> Answer {
    status(&json!({ "scanned": false, "expired": false, "success": false, "canceled": false }))
}

fn logged_in() -> Answer {
    let mut user = user();
    user["token"] = "fresh".into();
    rest(200, "", &user)
}

/// What came of it, what was told, and what the service saw.
struct Outcome {
    result: Result<authing_core::types::User, Error>,
    news: Vec<&'static str>,
    token: Option<String>,
    service: ScriptedService,
}

fn by_app(answers: Vec<Answer>) -> Outcome {
    outcome(AppScene::default(), made_for_app(), answers)
}

fn by_wxapp(answers: Vec<Answer>) -> Outcome {
    outcome(WxappScene::default(), made_for_wxapp(), answers)
}

fn outcome<S: Scene<Generate: Clone, Output = authing_core::types::User>>(
    scene: S,
    made: Answer,
    answers: Vec<Answer>,
) -> Outcome {
    let service = ScriptedService::scripted(std::iter::once(made).chain(answers));
    let context = Scenario::new().context();
    let ended = drive_bounded(&service, QrLogin::new(&context, scene), 1000, |_| unreachable!());
    let token = context.session().unwrap().token().map(|token| token.expose().to_owned());
    Outcome { result: ended.result, news: ended.news.iter().map(name).collect(), token, service }
}

fn name(news: &QrEvent) -> &'static str {
    match news {
        QrEvent::Created(_) => "show",
        QrEvent::Scanned(_) => "scanned",
        QrEvent::Confirmed => "confirmed",
        QrEvent::Cancelled => "cancelled",
        QrEvent::Expired => "expired",
    }
}

fn assert_paced(checks: &[Sent], pace: Duration) {
    for pair in checks.windows(2) {
        let apart = pair[1].at.saturating_duration_since(pair[0].at);
        assert!(apart >= pace, "{apart:?} between two questions");
    }
}

#[test]
fn an_app_scans_and_confirms() {
    let scanned = || status(&json!({ "scanned": true, "userInfo": { "nickname": "Bob" } }));
    let confirmed = status(&json!({ "scanned": true, "success": true, "ticket": "ticket" }));
    let outcome = by_app(vec![nothing(), scanned(), scanned(), nothing(), scanned(), confirmed, logged_in()]);
    assert!(outcome.result.is_ok());
    assert_eq!(outcome.news, ["show", "scanned", "confirmed"]);
    assert_eq!(outcome.token.as_deref(), Some("fresh"));
    let sent = outcome.service.sent();
    assert_paced(&sent[1..7], APP_PACE);
    assert!(sent[1].uri.ends_with("/qrcode/check?qrcodeId=q&scene=APP_AUTH"));
    assert_eq!(sent[7].json(), json!({ "ticket": "ticket" }));
}

#[test]
fn a_mini_program_confirms() {
    let outcome = by_wxapp(vec![not_yet(), not_yet(), not_yet(), confirmed()]);
    assert!(outcome.result.is_ok());
    assert_eq!(outcome.news, ["show", "confirmed"]);
    assert_eq!(outcome.token.as_deref(), Some("fresh"));
    assert_paced(&outcome.service.sent()[1..], WXAPP_PACE);
}

#[test]
fn qr_login_reports_each_ending() {
    let cancelled = by_app(vec![nothing(), status(&json!({ "canceled": true }))]);
    assert!(matches!(cancelled.result, Err(Error::Declined(_))));
    assert_eq!(cancelled.news, ["show", "cancelled"]);

    let expired = by_app(vec![status(&json!({ "expired": true, "scanned": true }))]);
    assert!(matches!(expired.result, Err(Error::TimedOut(_))));
    assert_eq!(expired.news, ["show", "expired"]);

    let refused = by_app(vec![rest(500, "no such code", &json!(null))]);
    assert!(matches!(refused.result, Err(Error::Service(_))));
    let refused = by_wxapp(vec![not_yet(), rest(500, "something else", &json!(null))]);
    assert!(matches!(refused.result, Err(Error::Service(_))));

    let broken = by_app(vec![nothing(), fault(TransportErrorKind::ConnectionLost)]);
    assert!(matches!(broken.result, Err(Error::Transport(_))));
    let broken = by_wxapp(vec![fault(TransportErrorKind::Timeout)]);
    assert!(matches!(broken.result, Err(Error::Transport(_))));

    let odd = by_app(vec![raw(200, "<html>")]);
    assert!(matches!(odd.result, Err(Error::InvalidResponse(_))));
    for outcome in [cancelled, expired, refused, broken, odd] {
        assert_eq!(outcome.token, None);
    }
}

#[test]
fn nothing_goes_on_when_the_code_cannot_be_made() {
    let context = Scenario::new().context();
    let service = ScriptedService::scripted([rest(500, "no", &json!(null))]);
    let ended = drive_bounded(&service, QrLogin::new(&context, WxappScene::default()), 10, |_| unreachable!());
    assert!(matches!(ended.result, Err(Error::Service(_))));
    assert!(ended.news.is_empty());
}

#[test]
fn a_ticket_that_is_refused_ends_it() {
    let confirmed = status(&json!({ "success": true, "ticket": "ticket" }));
    let outcome = by_app(vec![confirmed, rest(500, "used", &json!(null))]);
    assert!(matches!(outcome.result, Err(Error::Service(_))));
    assert_eq!((outcome.news, outcome.token), (vec!["show", "confirmed"], None));
}

#[test]
fn ten_thousand_questions_of_a_fake_clock_end() {
    let mut asked = 0;
    let service = ScriptedService::answering(move |_| {
        asked += 1;
        if asked == 1 { made_for_app() } else { nothing() }
    });
    let patience = APP_PACE * 10_000;
    let flow = QrLogin::new(&Scenario::new().context(), AppScene::default()).with_timeout(patience);
    let ended = drive_bounded(&service, flow, 30_000, |_| unreachable!());
    assert!(matches!(ended.result, Err(Error::TimedOut(_))));
    assert_eq!(ended.news.last(), Some(&QrEvent::Expired));
    let sent = service.sent();
    assert_eq!(sent.len(), 10_001);
    assert_paced(&sent[1..], APP_PACE);
    assert!(service.time().saturating_duration_since(NOW) <= patience + APP_PACE);
}

#[test]
fn a_code_has_five_minutes_unless_told() {
    let outcome = by_wxapp((0..200).map(|_| not_yet()).collect());
    assert!(matches!(outcome.result, Err(Error::TimedOut(_))));
    assert_eq!(outcome.service.time().saturating_duration_since(NOW), Duration::from_mins(5));
    // A caller that shows the code for longer than its lifetime sends no poll.
    let service = ScriptedService::scripted([made_for_app()]);
    let mut flow = QrLogin::new(&Scenario::new().context(), AppScene::default());
    let Ok(Continue(Step::Send(request))) = poll_twice(&mut flow, NOW) else { panic!() };
    flow.handle(NOW, Event::Response(service.answer(&request))).unwrap();
    let Ok(Continue(Step::Notify(QrEvent::Created(code)))) = poll_twice(&mut flow, NOW) else { panic!() };
    assert_eq!(code.url, "https://a.cn/qr.png");
    let late = NOW + Duration::from_mins(6);
    flow.handle(late, Event::Notified).unwrap();
    assert!(matches!(poll_twice(&mut flow, late), Ok(Continue(Step::Notify(QrEvent::Expired)))));
    flow.handle(late, Event::Notified).unwrap();
    assert!(matches!(flow.poll(late), Err(Error::TimedOut(_))));
    assert!(matches!(flow.poll(late), Err(Error::Driver(_))));
}

#[test]
fn a_pause_that_was_begun_is_not_taken_back() {
    let service = ScriptedService::scripted([made_for_app()]);
    let flow = QrLogin::new(&Scenario::new().context(), AppScene::default());
    let mut flow = crate::support::after(&service, flow, 2);
    assert!(matches!(flow.poll(NOW), Ok(Continue(Step::Wait(APP_PACE)))));
    let late = NOW + Duration::from_mins(6);
    assert!(matches!(flow.poll(late), Ok(Continue(Step::Wait(APP_PACE)))));
    flow.handle(late, Event::Waited).unwrap();
}

/// The client's retries may not make the questions come faster.
#[test]
fn the_clients_retries_keep_the_pace() {
    let mut asked = 0;
    let service = ScriptedService::answering(move |_| {
        asked += 1;
        match asked {
            1 => made_for_wxapp(),
            2 => not_yet(),
            _ => raw(503, ""),
        }
    });
    let client = Scenario::new().retry(RetryPolicy::default()).client(&service);
    assert!(client.login_by_wxapp_qr(WxappScene::default(), |_| ()).is_err());
    assert_paced(&service.sent()[1..], WXAPP_PACE);
}

#[test]
fn each_code_has_its_own_random_name() {
    let uri = |context: &_| {
        let mut flow = QrLogin::new(context, WxappScene { use_self_wxapp: true, enable_fetch_phone: true });
        let Ok(Continue(Step::Send(request))) = poll_twice(&mut flow, NOW) else { panic!() };
        request.url().to_owned()
    };
    let context = Scenario::new().context();
    let (one, other) = (uri(&context), uri(&context));
    assert_ne!(one, other);
    let (_, query) = one.split_once("?random=").unwrap();
    let (random, rest) = query.split_once('&').unwrap();
    assert!(random.len() == 24 && random.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    assert_eq!(rest, "useSelfWxapp=true&enableFetchPhone=true");
}

#[test]
fn scanned_user_is_notified_with_the_known_fields() {
    let service = ScriptedService::scripted([
        made_for_app(),
        status(&json!({ "scanned": true })),
        fault(TransportErrorKind::Connect),
    ]);
    let flow = QrLogin::new(&Scenario::new().context(), AppScene::default());
    let ended = drive_bounded(&service, flow, 20, |_| unreachable!());
    assert_eq!(ended.news[1], QrEvent::Scanned(ScannedUser::default()));
}
