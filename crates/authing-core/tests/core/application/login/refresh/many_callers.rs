//! One refresh for all callers that need it, and never the same refresh token twice.

use std::sync::Barrier;
use std::thread;

use authing_core::AuthenticationClient;
use authing_core::application::RefreshTokens;
use authing_core::flow::Flow as _;

use super::super::provider::{ManyThreads, Provider, config, count};
use super::{LATER, authorizations, refreshes, setup_user};
use crate::support::{SEED, ScriptedService, after};

/// A client that many threads can have.
fn client_for_threads(service: &ScriptedService) -> AuthenticationClient<ManyThreads> {
    AuthenticationClient::from_parts(config(), ManyThreads(service.clone()), &SEED)
}

/// Runs `work` for each of 1,000 callers at once.
fn on_many_threads<C: Send>(client: impl Fn() -> C, work: impl Fn(C) + Sync) {
    const CALLERS: usize = 1000;
    let barrier = Barrier::new(CALLERS);
    thread::scope(|scope| {
        for _ in 0..CALLERS {
            let (client, barrier, work) = (client(), &barrier, &work);
            let run = move || {
                barrier.wait();
                work(client);
            };
            thread::Builder::new().stack_size(256 << 10).spawn_scoped(scope, run).unwrap();
        }
    });
}

#[test]
fn thousand_clones_refresh_once() {
    let (_, service, _, tokens) = setup_user();
    service.advance(LATER);
    let me = client_for_threads(&service).for_user(tokens);
    on_many_threads(|| me.clone(), |me| drop(me.user_info().unwrap()));
    assert_eq!(refreshes(&service), 1);
    assert_eq!(authorizations(&service), vec!["Bearer access-3"; 1000]);
}

/// Each request of a browser's session makes its own client of the tokens that it read: single flight across clones alone would
/// use the refresh token a thousand times, and the provider would revoke the family.
#[test]
fn thousand_requests_of_one_session_refresh_once() {
    let (_, service, _, tokens) = setup_user();
    service.advance(LATER);
    let client = client_for_threads(&service);
    on_many_threads(|| client.for_user(tokens.clone()), |me| drop(me.user_info().unwrap()));
    assert_eq!(refreshes(&service), 1);
}

#[test]
fn thousand_explicit_refreshes_of_one_set_send_one_request() {
    let (_, service, _, tokens) = setup_user();
    let client = client_for_threads(&service);
    on_many_threads(
        || &client,
        |client| assert_eq!(client.refresh(&tokens).unwrap().access_token().expose(), "access-3"),
    );
    assert_eq!(refreshes(&service), 1);
}

#[test]
fn thousand_verifications_fetch_the_keys_once() {
    let service = Provider::new().service();
    let token = super::super::super::rs256(
        &super::super::super::rs_header(),
        &super::super::super::access_claims(),
        &super::super::super::PRESENT,
    );
    let client = client_for_threads(&service);
    on_many_threads(|| &client, |client| drop(client.verify_access_token(token.as_str()).unwrap()));
    assert_eq!((count(&service, "jwks.json"), count(&service, "openid-configuration")), (1, 1));
}

/// The second request read the session before the first had written the new tokens, and begins after the first has ended.
#[test]
fn late_request_with_the_old_tokens_takes_the_new_ones() {
    let (_, service, client, tokens) = setup_user();
    service.advance(LATER);
    client.for_user(tokens.clone()).user_info().unwrap();
    client.for_user(tokens.clone()).user_info().unwrap();
    assert_eq!(client.refresh(&tokens).unwrap().access_token().expose(), "access-3");
    assert_eq!(refreshes(&service), 1);
}

#[test]
fn refresh_of_a_new_set_is_a_new_request() {
    let (_, service, client, tokens) = setup_user();
    let second = client.refresh(&tokens).unwrap();
    let third = client.refresh(&second).unwrap();
    assert_ne!(second, third);
    assert_eq!(refreshes(&service), 2);
}

/// A caller that waits takes over from one that is cancelled.
#[test]
fn cancelled_refresh_is_taken_over() {
    let (_, service, client, tokens) = setup_user();
    let leader = RefreshTokens::new(client.context(), &tokens);
    let mut leader = after(&service, leader, 0);
    let _sending = leader.poll(service.time()).unwrap();
    drop(leader);
    assert_eq!(client.refresh(&tokens).unwrap().access_token().expose(), "access-3");
    assert_eq!(refreshes(&service), 1);
}

#[test]
fn abandoned_refresh_is_taken_over() {
    let (_, service, client, tokens) = setup_user();
    let mut leader = RefreshTokens::new(client.context(), &tokens);
    let _sending = leader.poll(service.time()).unwrap();
    // It is kept, and never polled again.
    client.refresh(&tokens).unwrap();
    assert!(!service.waits().is_empty());
    drop(leader);
}
