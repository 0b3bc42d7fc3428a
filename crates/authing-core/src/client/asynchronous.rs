//! The asynchronous driver.

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

use crate::context::{Context, Seed};
use crate::flow::{Event, Flow, Retry, Step, Traced};
use crate::host::{Host, HostCall, HostResponse, no_host};
use crate::transport::AsyncTransport;
use crate::{Call, Config, Error, Operation, Session};

/// A client that awaits, over any [`AsyncTransport`]. Cloning it is cheap, and clones share the session. A call that is
/// dropped before its end is cancelled.
///
/// `authing_reqwest::Client` is this client with its transport filled in.
#[derive(Clone)]
pub struct AsyncClient {
    context: Arc<Context>,
    transport: Arc<dyn AsyncTransport>,
    host: Option<Arc<dyn Host>>,
}

impl AsyncClient {
    /// A client over a transport. `seed` is 32 bytes from the system's random source.
    pub fn new(config: Config, transport: impl AsyncTransport + 'static, seed: &Seed) -> Result<Self, Error> {
        let client = Self::unseeded(config, transport)?;
        client.context.seed(seed);
        Ok(client)
    }

    /// A client whose randomness comes later, by [`Context::seed`].
    pub fn unseeded(config: Config, transport: impl AsyncTransport + 'static) -> Result<Self, Error> {
        Ok(Self { context: Context::unseeded(config)?, transport: Arc::new(transport), host: None })
    }

    /// With the abilities of a mini-program's host.
    #[must_use]
    pub fn with_host(mut self, host: impl Host + 'static) -> Self {
        self.host = Some(Arc::new(host));
        self
    }

    /// Runs one operation: the SDK's, or one of your own.
    pub async fn call<O: Operation>(&self, operation: O) -> Result<O::Response, Error> {
        self.run(Call::new(&self.context, operation)).await
    }

    /// Runs a flow that has nothing to tell on the way.
    pub async fn run<F: Flow<Notification = Infallible>>(&self, flow: F) -> Result<F::Output, Error> {
        self.run_with(flow, |never| match never {}).await
    }

    /// Runs a flow, and tells what it has to tell.
    pub async fn run_with<F: Flow>(&self, flow: F, mut tell: impl FnMut(F::Notification)) -> Result<F::Output, Error> {
        let mut flow = Traced::new(Retry::new(&self.context, flow));
        loop {
            let event = match flow.poll(self.transport.now())? {
                Step::Done(output) => return Ok(output),
                Step::Send(request) => Event::Response(self.transport.send(request).await),
                Step::CallHost(call) => Event::HostResponse(self.ask(call).await),
                Step::Notify(news) => {
                    tell(news);
                    Event::Notified
                }
                Step::Wait(time) => {
                    self.transport.sleep(time).await;
                    Event::Waited
                }
            };
            flow.handle(self.transport.now(), event)?;
        }
    }

    async fn ask(&self, call: HostCall) -> Result<HostResponse, Error> {
        match &self.host {
            Some(host) => host.ask(call).await,
            None => Err(no_host()),
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

impl fmt::Debug for AsyncClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { context, transport: _, host: _ } = self;
        f.debug_struct("AsyncClient").field("context", context).finish_non_exhaustive()
    }
}
