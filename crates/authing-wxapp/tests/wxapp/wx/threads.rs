//! Calls on several threads at once, as a program in Rust may have them: they never share a code, and never trip over each other.

use std::collections::HashSet;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use authing_core::flow::{Event, Flow as _, Step};
use authing_core::{Body, Context};
use authing_wxapp::code_cache::CodeCache;
use authing_wxapp::flows::WithCode;

use crate::wx::flow_states::{code, context, make_in, welcome};
use crate::wx::phone::{TestHost, agreed, code_in, name};

const THREADS: usize = 4;
const TAPS: usize = 500;
/// How often a call may check whether the others are done. A call that checks more often waits without an end.
const DEFAULT_TIMEOUT: u32 = 1_000_000;

/// WeChat and the service.
#[derive(Default)]
struct Service {
    codes: AtomicU64,
    sent: Mutex<HashSet<String>>,
}

impl Service {
    fn login(&self) -> Event {
        code(&self.codes.fetch_add(1, Ordering::Relaxed).to_string())
    }

    fn take(&self, body: &Body) -> Event {
        let Body::Bytes(bytes) = body else { panic!("a login has a body") };
        let code = code_in(std::str::from_utf8(bytes).unwrap()).to_owned();
        assert!(self.sent.lock().unwrap().insert(code), "a code is sent twice");
        welcome()
    }

    /// One tap, to its end.
    fn tap(&self, host: &TestHost, context: &std::sync::Arc<Context>, cache: &CodeCache) -> String {
        let mut flow = WithCode::new(cache, agreed(), make_in(context)).unwrap();
        for _ in 0..DEFAULT_TIMEOUT {
            let event = match flow.poll(host.now()) {
                Ok(Continue(Step::Send(request))) => self.take(request.body()),
                Ok(Continue(Step::CallHost(_))) => self.login(),
                Ok(Continue(Step::Wait(_))) => {
                    thread::yield_now();
                    Event::Waited
                }
                Ok(Continue(Step::Notify(never))) => match never {},
                Ok(Break(_)) => return "ok".to_owned(),
                Err(error) => return name(&error),
            };
            flow.handle(host.now(), event).unwrap();
        }
        panic!("it waits for ever")
    }
}

#[test]
fn threads_share_no_code() {
    let (host, cache, service, context) = (TestHost::new(), CodeCache::default(), Service::default(), context());
    let outcomes: Vec<String> = thread::scope(|scope| {
        let tap = || (0..TAPS).map(|_| service.tap(&host, &context, &cache)).collect::<Vec<_>>();
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(tap)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let logins = outcomes.iter().filter(|outcome| *outcome == "ok").count();
    assert_eq!(logins, service.sent.lock().unwrap().len());
    assert!(outcomes.iter().all(|outcome| ["ok", "TapAgain"].contains(&outcome.as_str())), "{outcomes:?}");
}
