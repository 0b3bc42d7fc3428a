//! The drivers, blocking and asynchronous: one loop each, which executes the steps of any flow.

use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;

use crate::Error;
use crate::flow::{Event, Flow, Retry, Step, Traced};
use crate::host::no_host;
use crate::runtime::Runtime;
use crate::transport::{AsyncTransport, Transport};

/// Drives a flow to its end, and blocks.
pub(crate) fn run<F: Flow>(
    transport: &(impl Transport + ?Sized),
    runtime: &Arc<Runtime>,
    flow: F,
    mut on_event: impl FnMut(F::Notification),
) -> Result<F::Output, Error> {
    let mut flow = Traced::new(Retry::over(runtime, flow));
    loop {
        let step = match flow.poll(transport.now())? {
            Break(output) => return Ok(output),
            Continue(step) => step,
        };
        let event = match step {
            Step::Send(request) => Event::Response(transport.send(request)),
            Step::CallHost(_) => Event::HostResponse(Err(no_host())),
            Step::Notify(event) => {
                on_event(event);
                Event::Notified
            }
            Step::Wait(time) => {
                transport.sleep(time);
                Event::Waited
            }
        };
        flow.handle(transport.now(), event)?;
    }
}

/// Drives a flow to its end. Dropping the future cancels the flow.
///
/// The flow is wrapped before the future begins, and a result is no part of it while it waits: a call under way holds little.
pub(crate) fn run_async<F: Flow, N: FnMut(F::Notification)>(
    transport: &(impl AsyncTransport + ?Sized),
    runtime: &Arc<Runtime>,
    flow: F,
    mut on_event: N,
) -> impl Future<Output = Result<F::Output, Error>> {
    let mut flow = Traced::new(Retry::over(runtime, flow));
    async move {
        loop {
            let step = match flow.poll(transport.now())? {
                Break(output) => return Ok(output),
                Continue(step) => step,
            };
            let event = match step {
                Step::Send(request) => Event::Response(transport.send(request).await),
                Step::CallHost(call) => Event::HostResponse(match transport.host() {
                    Some(host) => host.call(call).await,
                    None => Err(no_host()),
                }),
                Step::Notify(event) => {
                    on_event(event);
                    Event::Notified
                }
                Step::Wait(time) => {
                    transport.sleep(time).await;
                    Event::Waited
                }
            };
            flow.handle(transport.now(), event)?;
        }
    }
}
