//! Trying again, through the client's own loop: what, when, and how often.

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};
use std::time::Duration;

use authing_core::account::{GetUser, Update};
use authing_core::flow::{Event, Flow, Progress, Step};
use authing_core::login::Login;
use authing_core::{Body, Call, Error, Method, Request, Response, RetryPolicy, Timestamp, TransportErrorKind};

use crate::support::answers::{data, fault, raw, refused, user};
use crate::support::{Answer, Scenario, ScriptedService, USER};

fn read(scenario: Scenario, service: &ScriptedService) -> Result<authing_core::types::User, Error> {
    scenario.client(service).call(GetUser::new(USER))
}

fn asked_to_wait(value: &str) -> Answer {
    Ok(Response::new(503, "").with_retry_after(Some(value)))
}

#[test]
fn transient_failure_is_retried() {
    let passing: [fn() -> Answer; 8] = [
        || fault(TransportErrorKind::Connect),
        || fault(TransportErrorKind::ConnectionLost),
        || raw(502, "<html>"),
        || raw(503, ""),
        || raw(504, "{}"),
        || refused(1000, "系统繁忙，请稍后再试"),
        || raw(200, r#"{"errors":[{"message":{"code":"1000"}}]}"#),
        || raw(500, r#"{"code":1000,"message":"busy"}"#),
    ];
    for answer in passing {
        let service = ScriptedService::scripted([answer(), answer(), data("user", &user())]);
        assert!(read(Scenario::new(), &service).is_ok());
        let sent = service.sent();
        assert_eq!(sent.len(), 3);
        assert!(sent.iter().all(|it| it.body == sent[0].body && it.uri == sent[0].uri));
        // The fourth is never sent, and the error is the service's own.
        let service = ScriptedService::scripted([answer(), answer(), answer()]);
        assert!(read(Scenario::new(), &service).unwrap_err().is_retryable());
    }
}

#[test]
fn permanent_failure_is_not_retried() {
    for answer in [
        fault(TransportErrorKind::Timeout),
        fault(TransportErrorKind::Protocol),
        fault(TransportErrorKind::BodyTooLarge),
        fault(TransportErrorKind::Unsupported),
        fault(TransportErrorKind::Other),
        raw(500, "<html>"),
        raw(200, "<html>1000</html>"),
        refused(2004, "1000 用户不存在"),
    ] {
        assert!(read(Scenario::new(), &ScriptedService::scripted([answer])).is_err());
    }
    let service = ScriptedService::scripted([raw(200, r#"{"data":{"user":{"_id":"1000","loginsCount":1000}}}"#)]);
    assert!(read(Scenario::new(), &service).is_ok());
}

#[test]
fn a_throttled_read_is_sent_again() {
    let throttled = || Response::new(429, "").with_retry_after(Some("2"));
    let service = ScriptedService::scripted([Ok(throttled()), data("user", &user())]);
    assert!(read(Scenario::new(), &service).is_ok());
    assert_eq!(service.waits(), [Duration::from_secs(2)]);
    let service = ScriptedService::scripted([Ok(throttled())]);
    assert!(Scenario::new().client(&service).update(Update::new(USER)).unwrap_err().is_retryable());
}

#[test]
fn write_is_sent_once() {
    for answer in [|| fault(TransportErrorKind::Connect), || raw(503, ""), || refused(1000, "busy")] {
        let client = |service: &ScriptedService| Scenario::new().client(service);
        let service = ScriptedService::scripted([answer()]);
        assert!(client(&service).login(Login::email("bob@example.com", "pw")).is_err());
        let service = ScriptedService::scripted([answer()]);
        assert!(client(&service).update(Update::new(USER)).is_err());
        let service = ScriptedService::scripted([answer()]);
        assert!(client(&service).graphql("{ user }", serde_json::Value::Null).is_err());
    }
    for answer in [fault(TransportErrorKind::Connect), raw(503, ""), raw(200, r#"{"code":1000}"#)] {
        let service = ScriptedService::scripted([answer]);
        assert!(Scenario::new().client(&service).send_sms_code("17670416754").is_err());
    }
}

#[test]
fn disabled_policy_sends_once() {
    let off = || Scenario::new().retry(RetryPolicy::disabled());
    assert!(read(off(), &ScriptedService::scripted([fault(TransportErrorKind::Connect)])).is_err());
    let none = || Scenario::new().retry(RetryPolicy { max_attempts: 0, ..RetryPolicy::default() });
    assert!(read(none(), &ScriptedService::scripted([fault(TransportErrorKind::Connect)])).is_err());
}

#[test]
fn waits_double_and_are_shortened_by_half_at_most() {
    let policy = RetryPolicy { max_attempts: 9, ..RetryPolicy::default() };
    let mut firsts = Vec::new();
    let service = ScriptedService::answering(|_| fault(TransportErrorKind::Connect));
    let client = Scenario::new().retry(policy).client(&service);
    for round in 1..=20 {
        assert!(client.call(GetUser::new(USER)).is_err());
        let waits = &service.waits()[(round - 1) * 8..];
        for (wait, longest) in waits.iter().zip([200, 400, 800, 1600, 3200, 5000, 5000, 5000]) {
            let longest = Duration::from_millis(longest);
            assert!(*wait <= longest && *wait >= longest / 2, "{wait:?} of {longest:?}");
        }
        assert_eq!((waits.len(), service.sent().len()), (8, round * 9));
        firsts.push(waits[0]);
    }
    firsts.dedup();
    assert!(firsts.len() > 1, "there is no jitter");
}

#[test]
fn retry_after_is_waited_for_within_reason() {
    let service = ScriptedService::scripted([asked_to_wait("3"), data("user", &user())]);
    assert!(read(Scenario::new(), &service).is_ok());
    assert_eq!(service.waits(), [Duration::from_secs(3)]);
    // Zero is no reason to hurry, and no number no reason to wait.
    for value in ["0", "soon", "-3"] {
        let service = ScriptedService::scripted([asked_to_wait(value), data("user", &user())]);
        assert!(read(Scenario::new(), &service).is_ok());
        assert!(service.waits()[0] >= Duration::from_millis(100));
    }
    for value in ["6", "18446744073709551615"] {
        let service = ScriptedService::scripted([asked_to_wait(value)]);
        assert!(read(Scenario::new(), &service).is_err());
        assert!(service.waits().is_empty());
    }
}

#[test]
fn each_request_of_a_flow_has_its_own_attempts() {
    let broken = || fault(TransportErrorKind::ConnectionLost);
    let alive = || raw(200, r#"{"ok":2}"#);
    let service =
        ScriptedService::scripted([broken(), broken(), alive(), broken(), broken(), alive(), broken(), alive()]);
    assert!(Scenario::new().client(&service).preflight().is_ok());
    // The token that a management call needs first is worth trying for again, and the call itself is not.
    let owner = crate::support::answers::owner("o");
    let service = ScriptedService::scripted([broken(), owner, broken()]);
    let client = Scenario::new().secret("s").owner_client(&service);
    assert!(matches!(client.remove_users([USER]), Err(Error::Transport(_))));
}

/// A flow of an embedder's own: an operation, and then a request made by hand.
struct Own(Call<GetUser>, bool);

impl Flow for Own {
    type Notification = Infallible;
    type Output = ();

    fn poll(&mut self, now: Timestamp) -> Progress<()> {
        if self.1 {
            return Ok(Continue(Step::Send(Request::new(Method::Post, "https://a.cn/pay", Body::Empty))));
        }
        match self.0.poll(now)? {
            Continue(step) => Ok(Continue(step)),
            Break(_) => {
                self.1 = true;
                self.poll(now)
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match event {
            Event::Response(Err(fault)) if self.1 => Err(fault.into()),
            event => self.0.handle(now, event),
        }
    }
}

#[test]
fn a_request_that_says_nothing_about_itself_is_sent_once() {
    let service = ScriptedService::scripted([data("user", &user()), fault(TransportErrorKind::Connect)]);
    let client = Scenario::new().client(&service);
    let own = Own(Call::new(client.context(), GetUser::new(USER)), false);
    assert!(matches!(client.run(own), Err(Error::Transport(_))));
}

#[test]
fn an_endless_wait_is_no_panic() {
    let endless = RetryPolicy { initial_backoff: Duration::MAX, max_backoff: Duration::MAX, max_attempts: 3 };
    let service = ScriptedService::scripted([
        fault(TransportErrorKind::Connect),
        fault(TransportErrorKind::Connect),
        data("user", &user()),
    ]);
    assert!(read(Scenario::new().retry(endless), &service).is_ok());
}
