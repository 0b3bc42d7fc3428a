//! Flows stepped by hand: what each wants is said in words, and what became of it is told.

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;
use std::time::Duration;

use authing_core::flow::{Event, Flow, Step};
use authing_core::host::HostResponse;
use authing_core::types::User;
use authing_core::wechat::{EncryptedData, LoginWithWxapp};
use authing_core::{Body, Call, Config, Context, Error, Response, Seed, TransportError, TransportErrorKind};
use authing_wxapp::ButtonEvent;
use authing_wxapp::code_cache::CodeCache;
use authing_wxapp::flows::{Prepare, WithCode};

use crate::wx::phone::{TestHost, agreed, code_in, detail, name};

/// More steps than any flow of these tests needs: a flow with more is in a loop.
const BOUND: u32 = 100;

/// A flow, in a host with a clock.
pub(crate) struct Stepped<F> {
    flow: F,
    host: TestHost,
    steps: u32,
}

impl<F: Flow<Notification = Infallible>> Stepped<F> {
    pub(crate) fn new(host: &TestHost, flow: F) -> Self {
        Self { flow, host: host.clone(), steps: 0 }
    }

    /// What it wants: `Login` and the like, `send <code>`, `wait <time>`, `done`, or an error's name. It is asked twice, because
    /// until it is told something it wants the same.
    pub(crate) fn wants(&mut self) -> String {
        let wants = self.poll();
        if is_step(&wants) {
            assert_eq!(self.poll(), wants, "it changed its mind");
        }
        wants
    }

    fn poll(&mut self) -> String {
        match self.flow.poll(self.host.now()) {
            Ok(Continue(Step::CallHost(call))) => format!("{call:?}"),
            Ok(Continue(Step::Send(request))) => match request.body() {
                Body::Bytes(bytes) => format!("send {}", code_in(std::str::from_utf8(bytes).unwrap())),
                _ => "send".to_owned(),
            },
            Ok(Continue(Step::Wait(time))) => format!("wait {time:?}"),
            Ok(Continue(Step::Notify(never))) => match never {},
            Ok(Break(_)) => "done".to_owned(),
            Err(error) => name(&error),
        }
    }

    pub(crate) fn hears(&mut self, event: Event) -> Result<(), Error> {
        self.steps += 1;
        assert!(self.steps <= BOUND, "the flow runs in a circle");
        self.flow.handle(self.host.now(), event)
    }

    /// Polls, tells it what happened, and says what it wanted.
    pub(crate) fn after(&mut self, event: Event) -> String {
        let wanted = self.wants();
        self.hears(event).unwrap();
        wanted
    }

    /// Steps it to its end, or its error; `answer` says what becomes of each thing it wants. All that it wanted, in order.
    pub(crate) fn walk(&mut self, mut answer: impl FnMut(&str) -> Event) -> Vec<String> {
        let mut wanted = Vec::new();
        loop {
            wanted.push(self.wants());
            let last = &wanted[wanted.len() - 1];
            if !is_step(last) {
                return wanted;
            }
            if let Err(error) = self.hears(answer(last)) {
                wanted.push(name(&error));
                return wanted;
            }
        }
    }
}

/// Whether this is something to do, and not the end.
pub(crate) fn is_step(wanted: &str) -> bool {
    ["send", "wait", "Login", "CheckSession", "GetSetting", "GetUserInfo", "ChooseImage"]
        .iter()
        .any(|step| wanted.split(' ').next() == Some(step))
}

/// A call that logs in.
pub(crate) type LoginCall = Call<LoginWithWxapp>;
/// Makes it of data and a code.
pub(crate) type Make = Box<dyn FnOnce(EncryptedData) -> LoginCall>;

pub(crate) fn make() -> Make {
    make_in(&context())
}

pub(crate) fn make_in(context: &Arc<Context>) -> Make {
    let context = Arc::clone(context);
    Box::new(move |encrypted| Call::new(&context, LoginWithWxapp::new(encrypted)))
}

pub(crate) fn context() -> Arc<Context> {
    Context::new(Config::new("pool-1").unwrap(), Seed::new([7; 32]))
}

/// A login by what a person's tap handed over.
pub(crate) fn tapped(host: &TestHost, cache: &CodeCache) -> Stepped<WithCode<Make, LoginCall>> {
    with_tap(host, cache, agreed())
}

pub(crate) fn with_tap(host: &TestHost, cache: &CodeCache, tap: ButtonEvent) -> Stepped<WithCode<Make, LoginCall>> {
    Stepped::new(host, WithCode::new(cache, tap, make()).unwrap())
}

/// A login without a tap.
pub(crate) fn silent(host: &TestHost, cache: &CodeCache) -> Stepped<WithCode<Make, LoginCall>> {
    Stepped::new(host, WithCode::without_tap(cache, make()))
}

/// A keeper that holds this code, taken now.
pub(crate) fn with_lease(host: &TestHost, code: &str) -> CodeCache {
    let cache = CodeCache::default();
    let mut prepare = Stepped::new(host, Prepare::new(&cache));
    assert_eq!(prepare.after(self::code(code)), "Login");
    assert_eq!(prepare.wants(), "done");
    cache
}

pub(crate) fn code(code: &str) -> Event {
    Event::HostResponse(Ok(HostResponse::Code(code.into())))
}

pub(crate) fn flag(flag: bool) -> Event {
    Event::HostResponse(Ok(HostResponse::Bool(flag)))
}

pub(crate) fn data(err_msg: &str) -> Event {
    Event::HostResponse(Ok(HostResponse::EventDetail(detail(err_msg))))
}

/// An ability that failed.
pub(crate) fn host_fails() -> Event {
    Event::HostResponse(Err(Error::host("it failed")))
}

pub(crate) fn answer(body: &str) -> Event {
    Event::Response(Ok(Response::new(200, body)))
}

/// The service logs the person in.
pub(crate) fn welcome() -> Event {
    answer(r#"{"code":200,"data":{"_id":"u1","token":"TOKEN"}}"#)
}

pub(crate) fn refused(code: i64, message: &str) -> Event {
    answer(&serde_json::json!({ "code": code, "message": message }).to_string())
}

pub(crate) fn fault() -> Event {
    Event::Response(Err(TransportError::new(TransportErrorKind::ConnectionLost)))
}

/// The output of a login, which is a user.
pub(crate) fn user<F: Flow<Notification = Infallible, Output = User>>(stepped: &mut Stepped<F>) -> User {
    match stepped.flow.poll(stepped.host.now()) {
        Ok(Break(user)) => user,
        other => panic!("{other:?}"),
    }
}

pub(crate) const MINUTE: Duration = Duration::from_secs(60);
