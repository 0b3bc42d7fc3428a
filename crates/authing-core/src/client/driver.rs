//! The drivers: one loop each, which does the steps of a flow and never knows which flow it drives.

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
        let event = match flow.poll(transport.now())? {
            Break(output) => return Ok(output),
            Continue(Step::Send(request)) => Event::Response(transport.send(request)),
            Continue(Step::CallHost(_)) => Event::HostResponse(Err(no_host())),
            Continue(Step::Notify(event)) => {
                on_event(event);
                Event::Notified
            }
            Continue(Step::Wait(time)) => {
                transport.sleep(time);
                Event::Waited
            }
        };
        flow.handle(transport.now(), event)?;
    }
}

/// Drives a flow to its end. Dropping the future cancels the flow.
pub(crate) async fn run_async<F: Flow>(
    transport: &(impl AsyncTransport + ?Sized),
    runtime: &Arc<Runtime>,
    flow: F,
    mut on_event: impl FnMut(F::Notification),
) -> Result<F::Output, Error> {
    let mut flow = Traced::new(Retry::over(runtime, flow));
    loop {
        let event = match flow.poll(transport.now())? {
            Break(output) => return Ok(output),
            Continue(Step::Send(request)) => Event::Response(transport.send(request).await),
            Continue(Step::CallHost(call)) => Event::HostResponse(match transport.host() {
                Some(host) => host.call(call).await,
                None => Err(no_host()),
            }),
            Continue(Step::Notify(event)) => {
                on_event(event);
                Event::Notified
            }
            Continue(Step::Wait(time)) => {
                transport.sleep(time).await;
                Event::Waited
            }
        };
        flow.handle(transport.now(), event)?;
    }
}
