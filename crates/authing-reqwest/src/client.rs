//! The client.

use std::ops::Deref;

use authing_core::{AsyncClient, Config, Error, Seed};
use reqwest::ClientBuilder;

use crate::ReqwestTransport;

/// An asynchronous client. It has all methods of [`AsyncClient`]. Cloning it is cheap, and clones share the session and the
/// connections.
#[derive(Clone, Debug)]
pub struct Client(AsyncClient);

impl Client {
    /// Creates a client for a pool. It sends no request.
    pub fn new(config: Config) -> Result<Self, Error> {
        Self::new_with(config, |client| client)
    }

    /// The same, with further settings of reqwest: see [`ReqwestTransport::new_with`].
    pub fn new_with(config: Config, build: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Result<Self, Error> {
        let transport = ReqwestTransport::new_with(&config, build)?;
        AsyncClient::new(config, transport, &Seed::try_from_fn(getrandom::fill)?).map(Self)
    }

    /// The core's client, for code that is independent of the transport.
    pub fn into_inner(self) -> AsyncClient {
        self.0
    }
}

impl Deref for Client {
    type Target = AsyncClient;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl From<Client> for AsyncClient {
    fn from(client: Client) -> Self {
        client.0
    }
}
