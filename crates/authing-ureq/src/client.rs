//! The core's client with its transport filled in.

use std::ops::Deref;

use authing_core::{Config, Error, Seed};
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;

use crate::UreqTransport;

/// A blocking client. It has every method of [`authing_core::Client`]. Cloning it is cheap, and clones share the session and
/// the connections.
#[derive(Clone, Debug)]
pub struct Client(authing_core::Client);

impl Client {
    /// A client for a pool. Nothing is sent yet.
    pub fn new(config: Config) -> Result<Self, Error> {
        Self::new_with(config, |agent| agent)
    }

    /// The same, and whatever else ureq can do: see [`UreqTransport::new_with`].
    pub fn new_with(
        config: Config,
        build: impl FnOnce(ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope>,
    ) -> Result<Self, Error> {
        let transport = UreqTransport::new_with(&config, build);
        authing_core::Client::new(config, transport, &Seed::try_from_fn(getrandom::fill)?).map(Self)
    }

    /// The core's client, for code that takes any transport's.
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
