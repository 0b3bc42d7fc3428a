//! The blocking driver.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

use crate::context::{Context, Seed};
use crate::flow::{Event, Flow, Retry, Step, Traced};
use crate::host::no_host;
use crate::transport::Transport;
use crate::{Call, Config, Error, Operation, Session};

/// A client that blocks, over any [`Transport`]. Cloning it is cheap, and clones share the session.
///
/// `authing_ureq::Client` is this client with its transport filled in.
#[derive(Clone)]
pub struct Client {
    context: Arc<Context>,
    transport: Arc<dyn Transport>,
}

impl Client {
    /// A client over a transport. `seed` is 32 bytes from the system's random source.
    pub fn new(config: Config, transport: impl Transport + 'static, seed: &Seed) -> Result<Self, Error> {
        Ok(Self { context: Context::new(config, seed)?, transport: Arc::new(transport) })
    }

    /// Runs one operation: the SDK's, or one of your own.
    pub fn call<O: Operation>(&self, operation: O) -> Result<O::Response, Error> {
        self.run(Call::new(&self.context, operation))
    }

    /// Runs a flow that has nothing to tell on the way.
    pub fn run<F: Flow<Notification = Infallible>>(&self, flow: F) -> Result<F::Output, Error> {
        self.run_with(flow, |never| match never {})
    }

    /// Runs a flow, and tells what it has to tell.
    pub fn run_with<F: Flow>(&self, flow: F, mut tell: impl FnMut(F::Notification)) -> Result<F::Output, Error> {
        let mut flow = Traced::new(Retry::new(&self.context, flow));
        loop {
            let event = match flow.poll(self.transport.now())? {
                Step::Done(output) => return Ok(output),
                Step::Send(request) => Event::Response(self.transport.send(request)),
                Step::CallHost(_) => Event::HostResponse(Err(no_host())),
                Step::Notify(news) => {
                    tell(news);
                    Event::Notified
                }
                Step::Wait(time) => {
                    self.transport.sleep(time);
                    Event::Waited
                }
            };
            flow.handle(self.transport.now(), event)?;
        }
    }

    /// Who is logged in.
    pub fn session(&self) -> &Session {
        self.context.session()
    }

    /// What the flows of this client share: to make a flow with.
    pub fn context(&self) -> &Arc<Context> {
        &self.context
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { context, transport: _ } = self;
        f.debug_struct("Client").field("context", context).finish_non_exhaustive()
    }
}
