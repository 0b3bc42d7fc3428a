//! The owner's token: concurrent calls share one request and its result.

use std::ops::ControlFlow::{Break, Continue};
use std::time::Duration;

use authing_core::flow::{Event, Flow, Step};
use authing_core::management::ListUsers;
use authing_core::types::{List, Page, User};
use authing_core::{Call, Context, Error, ErrorCode, TransportErrorKind};
use serde_json::json;
use std::sync::Arc;

use crate::support::answers::{fault, owner, refused, users};
use crate::support::{Answer, NOW, Scenario, ScriptedService, Sent, perform, poll_twice, run, token_until};

type Result<T> = std::result::Result<T, Error>;

fn call(context: &Arc<Context>) -> Call<ListUsers> {
    Call::new(context, ListUsers::new(Page::default()))
}

fn is_for_the_token(sent: &Sent) -> bool {
    sent.document().contains("getClientWhenSdkInit")
}

fn fetches(service: &ScriptedService) -> usize {
    service.sent().iter().filter(|sent| is_for_the_token(sent)).count()
}

/// A service whose token request is answered so, and every other with users.
fn service(token: impl Fn() -> Answer + Send + 'static) -> ScriptedService {
    ScriptedService::answering(move |sent| if is_for_the_token(sent) { token() } else { users() })
}

/// Many calls at once, each taking one step at a time and in turn, as an executor would have it. What a step asks for
/// happens only when everybody has polled. Those in `dropped` are cancelled while the first request is under way.
fn run_concurrently(
    service: &ScriptedService,
    context: &Arc<Context>,
    size: usize,
    dropped: &[usize],
) -> Vec<Option<Result<List<User>>>> {
    let mut calls: Vec<Option<Call<ListUsers>>> = (0..size).map(|_| Some(call(context))).collect();
    let mut results: Vec<Option<Result<List<User>>>> = (0..size).map(|_| None).collect();
    for round in 0..50 {
        let mut events: Vec<(usize, Event)> = Vec::new();
        for (index, slot) in calls.iter_mut().enumerate() {
            let Some(call) = slot else { continue };
            match poll_twice(call, service.time()) {
                Ok(Break(users)) => results[index] = Some(Ok(users)),
                Err(error) => results[index] = Some(Err(error)),
                // A wait is over in the next round, and the clock goes on once for all.
                Ok(Continue(Step::Wait(_))) => events.push((index, Event::Waited)),
                Ok(Continue(step)) => events.push((index, perform(service, &step))),
            }
            if results[index].is_some() {
                *slot = None;
            }
        }
        if round == 0 {
            for index in dropped {
                calls[*index] = None;
            }
        }
        if calls.iter().all(Option::is_none) {
            return results;
        }
        for (index, event) in events {
            if let Some(call) = &mut calls[index]
                && let Err(error) = call.handle(service.time(), event)
            {
                results[index] = Some(Err(error));
                calls[index] = None;
            }
        }
        service.advance(Duration::from_millis(10));
    }
    panic!("the calls did not end");
}

#[test]
fn a_thousand_calls_on_a_cold_client_fetch_one_token() {
    let service = service(|| owner("o"));
    let context = Scenario::new().secret("s").owner_context();
    let results = run_concurrently(&service, &context, 1000, &[]);
    assert!(results.iter().all(|result| matches!(result, Some(Ok(_)))));
    assert_eq!(fetches(&service), 1);
    assert_eq!(service.sent().len(), 1001);
}

#[test]
fn cancelled_fetch_does_not_block_waiting_calls() {
    for dropped in [vec![0], vec![0, 1, 2], (0..99).collect()] {
        let service = service(|| owner("o"));
        let context = Scenario::new().secret("s").owner_context();
        let results = run_concurrently(&service, &context, 100, &dropped);
        for (index, result) in results.iter().enumerate() {
            assert_eq!(matches!(result, Some(Ok(_))), !dropped.contains(&index), "{index}");
        }
        assert_eq!(fetches(&service), 2);
    }
}

#[test]
fn a_leader_cancelled_alone_leaves_the_way_free() {
    let context = Scenario::new().secret("s").owner_context();
    let mut leader = call(&context);
    assert!(matches!(leader.poll(NOW), Ok(Continue(Step::Send(_)))));
    let mut follower = call(&context);
    assert!(matches!(follower.poll(NOW), Ok(Continue(Step::Wait(_)))));
    drop(leader);
    follower.handle(NOW, Event::Waited).unwrap();
    let Ok(Continue(Step::Send(request))) = follower.poll(NOW) else { panic!("the follower leads now") };
    assert!(is_for_the_token(&Sent::of(&request, NOW)));
}

#[test]
fn a_refused_secret_fails_all_of_them_once() {
    let service = service(|| refused(1001, "无权限执行此项操作"));
    let context = Scenario::new().secret("wrong").owner_context();
    let results = run_concurrently(&service, &context, 1000, &[]);
    assert!(results.iter().all(|it| matches!(it, Some(Err(error)) if error.code() == Some(ErrorCode::FORBIDDEN))));
    assert_eq!(service.sent().len(), 1);
    // A call a moment later gets the same error; a call much later may fetch again.
    assert_eq!(run(&service, call(&context)).unwrap_err().code(), Some(ErrorCode::FORBIDDEN));
    assert_eq!(fetches(&service), 1);
    service.advance(Duration::from_secs(2));
    assert_eq!(run(&service, call(&context)).unwrap_err().code(), Some(ErrorCode::FORBIDDEN));
    assert_eq!(fetches(&service), 2);
}

#[test]
fn lost_connection_fails_the_waiting_calls_only() {
    let service = ScriptedService::answering({
        let mut first = true;
        move |sent| match (is_for_the_token(sent), std::mem::take(&mut first)) {
            (true, true) => fault(TransportErrorKind::Timeout),
            (true, false) => owner("o"),
            _ => users(),
        }
    });
    let context = Scenario::new().secret("s").owner_context();
    let results = run_concurrently(&service, &context, 100, &[]);
    assert!(results.iter().all(|it| matches!(it, Some(Err(Error::Transport(_))))));
    assert_eq!(service.sent().len(), 1);
    assert!(run(&service, call(&context)).is_ok());
}

#[test]
fn a_token_is_used_until_it_expires_and_fetched_anew_then() {
    let exp = NOW.as_secs() + 100;
    let service = ScriptedService::scripted([owner(&token_until(exp)), users(), users(), owner("next"), users()]);
    let context = Scenario::new().secret("s").owner_context();
    run(&service, call(&context)).unwrap();
    service.advance(Duration::from_millis(99_999));
    run(&service, call(&context)).unwrap();
    assert_eq!(fetches(&service), 1);
    service.advance(Duration::from_millis(1));
    run(&service, call(&context)).unwrap();
    assert_eq!(fetches(&service), 2);
    assert_eq!(service.sent()[4].authorization.as_deref(), Some("Bearer next"));
}

#[test]
fn rejected_owner_token_is_fetched_once_more() {
    for code in [2206, 2207] {
        let service = ScriptedService::scripted([refused(code, "old"), owner("next"), users()]);
        let context = Scenario::new().secret("s").owner_holds("first").owner_context();
        run(&service, call(&context)).unwrap();
        assert_eq!(service.sent()[2].authorization.as_deref(), Some("Bearer next"));

        let service = ScriptedService::scripted([refused(code, "old"), owner("next"), refused(code, "still old")]);
        let context = Scenario::new().secret("s").owner_holds("first").owner_context();
        assert_eq!(run(&service, call(&context)).unwrap_err().code(), Some(ErrorCode(code)));
    }
}

#[test]
fn concurrent_calls_with_a_stale_owner_token_refresh_it_once() {
    let service = ScriptedService::answering(|sent| match sent.authorization.as_deref() {
        None => owner("next"),
        Some("Bearer next") => users(),
        Some(_) => refused(2206, "old"),
    });
    let context = Scenario::new().secret("s").owner_holds("first").owner_context();
    let results = run_concurrently(&service, &context, 100, &[]);
    assert!(results.iter().all(|result| matches!(result, Some(Ok(_)))));
    assert_eq!(fetches(&service), 1);
}

#[test]
fn a_users_own_stale_token_is_reported_and_not_replaced() {
    let service = ScriptedService::scripted([refused(2206, "old")]);
    let context = Scenario::new().secret("s").owner_holds("o").logged_in().context();
    let user = authing_core::account::GetUser::new(crate::support::USER);
    assert!(run(&service, Call::new(&context, user)).unwrap_err().needs_login());
}

#[test]
fn another_refusal_is_no_reason_to_fetch_a_token() {
    let service = ScriptedService::scripted([refused(1001, "no")]);
    let context = Scenario::new().secret("s").owner_holds("first").owner_context();
    assert_eq!(run(&service, call(&context)).unwrap_err().code(), Some(ErrorCode::FORBIDDEN));
}

#[test]
fn two_clients_share_no_token() {
    let (one, other) = (Scenario::new().secret("s"), Scenario::new().secret("s"));
    let (one, other) = (one.owner_context(), other.owner_context());
    for context in [&one, &other] {
        let service = ScriptedService::scripted([owner("o"), users()]);
        run(&service, call(context)).unwrap();
        assert_eq!(service.sent()[0].json()["variables"]["secret"], json!("s"));
    }
}
