//! Drives any flow in a scripted service, and holds it to its contract on the way.

use std::ops::ControlFlow::{Break, Continue};

use authing_core::flow::{Event, Flow, Progress, Step};
use authing_core::host::{HostCall, HostResponse};
use authing_core::{Error, Timestamp};

use super::{ScriptedService, Sent};

/// How a flow ended, and what it told.
#[derive(Debug)]
pub(crate) struct Ended<N, T> {
    pub(crate) result: Result<T, Error>,
    pub(crate) news: Vec<N>,
}

/// More steps than any flow of these tests needs: a flow with more is in a loop.
pub(crate) const BOUND: usize = 1000;

/// Drives a flow that has nothing to tell, or whose news do not matter, to its end.
pub(crate) fn run<F: Flow>(service: &ScriptedService, flow: F) -> Result<F::Output, Error> {
    drive_bounded(service, flow, BOUND, |call| panic!("unexpected {call:?}")).result
}

/// Drives a flow to its end in at most `bound` steps, with a host.
pub(crate) fn drive_bounded<F: Flow>(
    service: &ScriptedService,
    mut flow: F,
    bound: usize,
    mut host: impl FnMut(HostCall) -> Result<HostResponse, Error>,
) -> Ended<F::Notification, F::Output> {
    let mut news = Vec::new();
    for _ in 0..bound {
        let event = match poll_twice(&mut flow, service.time()) {
            Err(error) => return Ended { result: Err(error), news },
            Ok(Break(output)) => return Ended { result: Ok(output), news },
            Ok(Continue(Step::Notify(item))) => {
                news.push(item);
                Event::Notified
            }
            Ok(Continue(Step::CallHost(call))) => Event::HostResponse(host(call)),
            Ok(Continue(step)) => perform(service, &step),
        };
        if let Err(error) = flow.handle(service.time(), event) {
            return Ended { result: Err(error), news };
        }
    }
    panic!("the flow did not end within {bound} steps");
}

/// Lets perform what a flow asks for. The host has an image.
pub(crate) fn perform<N>(service: &ScriptedService, step: &Step<N>) -> Event {
    match step {
        Step::Send(request) => Event::Response(service.answer(request)),
        Step::Wait(time) => {
            service.wait(*time);
            Event::Waited
        }
        Step::CallHost(_) => Event::HostResponse(Ok(HostResponse::ImagePath("http://tmp/a.png".to_owned()))),
        Step::Notify(_) => Event::Notified,
    }
}

/// The contract of [`Flow::poll`]: the same step until something is handled.
pub(crate) fn poll_twice<F: Flow>(flow: &mut F, now: Timestamp) -> Progress<F::Output, F::Notification> {
    let first = match flow.poll(now)? {
        Break(output) => return Ok(Break(output)),
        Continue(step) => step,
    };
    let Ok(Continue(second)) = flow.poll(now) else { panic!("a second poll gives the same step") };
    assert_same(&first, &second, now);
    Ok(Continue(second))
}

fn assert_same<N>(first: &Step<N>, second: &Step<N>, now: Timestamp) {
    match (first, second) {
        (Step::Send(one), Step::Send(other)) => assert_eq!(Sent::of(one, now), Sent::of(other, now)),
        (Step::Wait(one), Step::Wait(other)) => assert_eq!(one, other),
        (Step::CallHost(one), Step::CallHost(other)) => assert_eq!(one, other),
        (Step::Notify(_), Step::Notify(_)) => {}
        _ => panic!("first {first:?}, then {second:?}"),
    }
}
