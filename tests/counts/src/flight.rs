//! A thousand calls under way on one client: the memory that each holds beside the transport's.

use std::future::{Future as _, pending};
use std::task::{Context, Waker};
use std::time::Duration;

use allocation_counter::measure;
use async_trait::async_trait;
use authing_core::transport::AsyncTransport;
use authing_core::{AsyncClient, Config, Request, Response, Seed, Timestamp, TransportError};

use authing_counts::answers::{POOL, TOKEN, USER_ID};

const CALLS: u64 = 1000;
/// How many bytes a call may hold.
const GOAL: u64 = 4096;

/// A transport that never responds. It drops the request, like a transport that has written the request to its connection.
struct Silent;

#[async_trait]
impl AsyncTransport for Silent {
    async fn send(&self, request: Request) -> Result<Response, TransportError> {
        drop(request);
        pending().await
    }

    async fn sleep(&self, _time: Duration) {
        pending::<()>().await;
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_secs(1_700_000_000)
    }
}

/// Prints what a call holds. Answers whether it is within its goal.
pub(crate) fn print() -> bool {
    let client = AsyncClient::from_parts(Config::new(POOL).unwrap(), Silent, Seed::new([7; 32]));
    client.session().set_token(TOKEN).unwrap();
    let held = measure(|| hold(&client)).bytes_max / CALLS;
    println!("{:32} {:>10} {held:>18} ({GOAL:>4})", "a call under way, of 1,000", "bytes");
    println!();
    held <= GOAL
}

/// Begins the calls, on one thread: a lock that is held by one that waits would stop the next for ever.
fn hold(client: &AsyncClient<Silent>) {
    let mut calls: Vec<_> = (0..CALLS).map(|_| Box::pin(client.user(USER_ID))).collect();
    for call in &mut calls {
        assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
}
