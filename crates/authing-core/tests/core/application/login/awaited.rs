//! The asynchronous client: the same login, and what becomes of a future that is dropped.

use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use async_trait::async_trait;
use authing_core::application::Scope;
use authing_core::transport::AsyncTransport;
use authing_core::{AsyncAuthenticationClient, Request, Timestamp};
use serde_json::json;

use super::provider::{Provider, config, form};
use crate::support::answers::json_body;
use crate::support::{Answer, SEED, ScriptedService, USER};

/// The service for the asynchronous client. Nothing waits but a request to the token endpoint, if it is held up: it is sent, and
/// no response comes.
struct Awaited {
    service: ScriptedService,
    held_up: AtomicBool,
}

#[async_trait]
impl AsyncTransport for Awaited {
    async fn send(&self, request: Request) -> Answer {
        if request.url().ends_with("/token") && self.held_up.load(Ordering::SeqCst) {
            std::future::pending::<()>().await;
        }
        self.service.answer(&request)
    }

    async fn sleep(&self, time: Duration) {
        self.service.wait(time);
    }

    fn now(&self) -> Timestamp {
        self.service.time()
    }
}

fn poll<F: Future>(future: F) -> Poll<F::Output> {
    pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}

fn ready<F: Future>(future: F) -> F::Output {
    match poll(future) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("nothing waits"),
    }
}

#[test]
fn login_and_refresh_are_the_blocking_client_s() {
    let provider = Provider::new();
    provider.lock().user_info = Some(Box::new(|_| json_body(&json!({ "sub": USER }))));
    let service = provider.service();
    let transport = Awaited { service: service.clone(), held_up: false.into() };
    let client = AsyncAuthenticationClient::from_parts(config(), transport, &SEED);
    let (url, pending) = ready(client.authorize([Scope::OfflineAccess])).unwrap();
    let logged_in = ready(client.finish(&provider.log_in(&url), pending)).unwrap();
    assert_eq!(logged_in.claims.sub.as_str(), USER);
    let me = client.for_user(logged_in.tokens);
    service.advance(Duration::from_secs(3600));
    ready(me.user_info()).unwrap();
    assert_eq!(me.tokens().access_token().expose(), "access-3");
}

/// A browser that reloads cancels the handler, and with it the refresh. Others are not stranded.
#[test]
fn dropped_refresh_does_not_block_others() {
    let provider = Provider::new();
    provider.lock().user_info = Some(Box::new(|_| json_body(&json!({ "sub": USER }))));
    let service = provider.service();
    let transport = std::sync::Arc::new(Awaited { service: service.clone(), held_up: false.into() });
    let client = AsyncAuthenticationClient::from_parts(config(), std::sync::Arc::clone(&transport), &SEED);
    let (url, pending) = ready(client.authorize([Scope::OfflineAccess])).unwrap();
    let tokens = ready(client.finish(&provider.log_in(&url), pending)).unwrap().tokens;
    service.advance(Duration::from_secs(3600));
    transport.held_up.store(true, Ordering::SeqCst);
    {
        let me = client.for_user(tokens.clone());
        assert!(poll(me.user_info()).is_pending());
    }
    transport.held_up.store(false, Ordering::SeqCst);
    ready(client.for_user(tokens).user_info()).unwrap();
    let refreshes = service.sent().iter().filter(|sent| form(sent).contains_key("refresh_token")).count();
    assert_eq!((refreshes, service.waits().len()), (1, 0));
}

/// Every method's future can be sent to another thread: `tokio::spawn` takes it.
#[test]
fn futures_are_send() {
    fn is_send(_: impl Send) {}
    let transport = Awaited { service: ScriptedService::silent(), held_up: false.into() };
    let client = AsyncAuthenticationClient::from_parts(config(), transport, &SEED);
    is_send(client.authorize([Scope::OpenId]));
    is_send(client.refresh(&authing_core::application::TokenSet::from_access_token("a")));
    is_send(client.for_user(authing_core::application::TokenSet::from_access_token("a")).user_info());
    is_send(client.verify_access_token("a"));
    is_send(client.revoke("a"));
}
