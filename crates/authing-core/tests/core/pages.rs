//! All users, page by page: the end of the list, with any total of the service.

use std::pin::pin;
use std::task::{Context as TaskContext, Poll, Waker};

use authing_core::{AsyncUserPool, Config, Error};
use serde_json::{Value, json};

use crate::support::answers::{data, fault, owner};
use crate::support::{Answer, POOL, SEED, Scenario, ScriptedService, Sent};

const SIZE: u32 = 3;

/// A page of these users, of so many in all.
fn page(total: Option<i64>, users: &[&str]) -> Answer {
    let list: Vec<Value> = users.iter().map(|id| json!({ "_id": id })).collect();
    data("users", &json!({ "totalCount": total, "list": list }))
}

/// A service that answers the page of a number so.
fn service(pages: impl Fn(u64) -> Answer + Send + 'static) -> ScriptedService {
    ScriptedService::answering(move |sent| match number(sent) {
        Some(number) => pages(number),
        None => owner("o"),
    })
}

fn number(sent: &Sent) -> Option<u64> {
    sent.json()["variables"]["page"].as_u64()
}

/// The users that come, or how it ended, and which pages were asked for.
fn all(service: &ScriptedService) -> (Result<Vec<String>, Error>, Vec<u64>) {
    let client = Scenario::new().secret("s").owner_client(service);
    // More users than any of these services has.
    let users = client.all_users(SIZE).take(100).map(|user| Ok(user?.id.as_str().to_owned())).collect();
    (users, service.sent().iter().filter_map(number).collect())
}

fn assert_all(service: &ScriptedService, users: &str, pages: &[u64]) {
    let (come, asked) = all(service);
    assert_eq!(come.unwrap(), users.split_whitespace().collect::<Vec<_>>());
    assert_eq!(asked, pages);
}

#[test]
fn a_short_page_is_not_the_last() {
    let service = service(|number| match number {
        1 => page(Some(7), &["a", "b", "c"]),
        2 => page(Some(7), &["d"]),
        _ => page(Some(7), &["e", "f", "g"]),
    });
    assert_all(&service, "a b c d e f g", &[1, 2, 3]);
}

#[test]
fn the_total_ends_a_full_page() {
    let service = service(|number| match number {
        1 => page(Some(6), &["a", "b", "c"]),
        _ => page(Some(6), &["d", "e", "f"]),
    });
    assert_all(&service, "a b c d e f", &[1, 2]);
}

#[test]
fn an_empty_page_ends_a_total_that_is_never_reached() {
    let service = service(|number| match number {
        1 => page(Some(99), &["a", "b", "c"]),
        2 => page(Some(99), &["d"]),
        _ => page(Some(99), &[]),
    });
    assert_all(&service, "a b c d", &[1, 2, 3]);
}

#[test]
fn an_empty_page_ends_a_list_without_a_total() {
    let service = service(|number| match number {
        1 => page(None, &["a", "b"]),
        2 => page(None, &["c", "d", "e"]),
        _ => page(None, &[]),
    });
    assert_all(&service, "a b c d e", &[1, 2, 3]);
}

#[test]
fn an_empty_pool_is_one_page() {
    for total in [None, Some(0)] {
        assert_all(&service(move |_| page(total, &[])), "", &[1]);
    }
}

#[test]
fn a_service_that_does_not_turn_pages_is_asked_twice() {
    for total in [None, Some(99)] {
        assert_all(&service(move |_| page(total, &["a", "b", "c"])), "a b c", &[1, 2]);
    }
}

#[test]
fn nothing_comes_after_an_error() {
    let service = service(|number| match number {
        1 => page(None, &["a"]),
        _ => fault(authing_core::TransportErrorKind::Unsupported),
    });
    let client = Scenario::new().secret("s").owner_client(&service);
    let mut users = client.all_users(SIZE);
    assert!(users.next().unwrap().is_ok());
    assert!(users.next().unwrap().is_err());
    assert!(users.next().is_none());
}

#[test]
fn a_stream_ends_where_the_iterator_does() {
    let service = service(|number| match number {
        1 => page(Some(4), &["a", "b"]),
        2 => page(Some(4), &["c"]),
        _ => page(Some(4), &["d"]),
    });
    let config = Config::new(POOL).unwrap().with_secret("s");
    let mut users = AsyncUserPool::from_parts(config, service.clone(), &SEED).as_owner().unwrap().all_users(SIZE);
    let mut come = Vec::new();
    loop {
        let next = pin!(users.next()).poll(&mut TaskContext::from_waker(Waker::noop()));
        let Poll::Ready(next) = next else { panic!("nothing in this service waits") };
        let Some(user) = next else { break };
        come.push(user.unwrap().id.as_str().to_owned());
    }
    assert_eq!(come, ["a", "b", "c", "d"]);
    assert_eq!(service.sent().iter().filter_map(number).collect::<Vec<_>>(), [1, 2, 3]);
}
