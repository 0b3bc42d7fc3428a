//! The client.

use std::ops::Deref;

use authing_core::{Config, Error, Seed};
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;

use crate::UreqTransport;

/// A blocking client. It has all methods of [`authing_core::Client`]. Cloning it is cheap, and clones share the session and
/// the connections.
#[derive(Clone, Debug)]
pub struct Client(authing_core::Client);

impl Client {
    /// Creates a client for a pool. It sends no request.
    pub fn new(config: Config) -> Result<Self, Error> {
        Self::new_with(config, |agent| agent)
    }

    /// The same, with further settings of ureq: see [`UreqTransport::new_with`].
    pub fn new_with(
        config: Config,
        build: impl FnOnce(ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope>,
    ) -> Result<Self, Error> {
        let transport = UreqTransport::new_with(&config, build);
        authing_core::Client::new(config, transport, &Seed::try_from_fn(getrandom::fill)?).map(Self)
    }

    /// The core's client, for code that is independent of the transport.
    pub fn into_inner(self) -> authing_core::Client {
        self.0
    }
}

impl Deref for Client {
    type Target = authing_core::Client;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl From<Client> for authing_core::Client {
    fn from(client: Client) -> Self {
        client.0
    }
}
