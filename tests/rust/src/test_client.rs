//! One way to call, over any transport.

use authing_core::{AsyncClient, Client, Config, Error, Operation, Seed, Session};
use tokio::runtime::{Builder, Runtime};

use crate::scripted::Scripted;

/// A client over one of the transports.
#[derive(Debug)]
pub enum TestClient {
    /// Asynchronous, on a runtime of its own.
    Reqwest(AsyncClient, Runtime),
    /// Blocking.
    Ureq(Client),
    /// Without a network.
    Scripted(Client),
}

impl TestClient {
    /// One client for each transport with a network.
    pub fn each(config: &Config) -> [Self; 2] {
        let over_reqwest = authing_reqwest::Client::new(config.clone()).unwrap();
        let over_ureq = authing_ureq::Client::new(config.clone()).unwrap();
        [Self::reqwest(over_reqwest), Self::ureq(over_ureq)]
    }

    /// A client over reqwest.
    pub fn reqwest(client: authing_reqwest::Client) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        Self::Reqwest(client.into_inner(), runtime)
    }

    /// A client over ureq.
    pub fn ureq(client: authing_ureq::Client) -> Self {
        Self::Ureq(client.into_inner())
    }

    /// A client over a script.
    pub fn scripted(config: Config, script: Scripted) -> Self {
        Self::Scripted(Client::new(config, script, &Seed::new([7; 32])).unwrap())
    }

    /// What to call it when a test fails.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Reqwest(..) => "reqwest",
            Self::Ureq(_) => "ureq",
            Self::Scripted(_) => "script",
        }
    }

    /// Runs an operation to its end.
    pub fn call<O: Operation>(&self, operation: O) -> Result<O::Response, Error> {
        match self {
            Self::Reqwest(client, runtime) => runtime.block_on(client.call(operation)),
            Self::Ureq(client) | Self::Scripted(client) => client.call(operation),
        }
    }

    /// Who is logged in.
    pub fn session(&self) -> &Session {
        match self {
            Self::Reqwest(client, _) => client.session(),
            Self::Ureq(client) | Self::Scripted(client) => client.session(),
        }
    }
}
