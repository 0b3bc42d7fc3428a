//! One way to call, over any transport.

use authing_core::principal::May;
use authing_core::{Client, Config, Error, Operation, Seed, Session, Visitor};
use authing_scripted::ScriptedService;
use tokio::runtime::{Builder, Runtime};

/// A visitor's client over one of the transports.
#[derive(Debug)]
pub enum TestClient {
    /// Asynchronous, on a runtime of its own.
    Reqwest(authing_reqwest::Client, Runtime),
    /// Blocking.
    Ureq(authing_ureq::Client),
    /// Without a network.
    Scripted(Client<ScriptedService>),
}

impl TestClient {
    /// A client over each transport that has a network.
    pub fn each(config: &Config) -> [Self; 2] {
        let over_reqwest = authing_reqwest::Client::new(config.clone()).unwrap();
        let over_ureq = authing_ureq::Client::new(config.clone()).unwrap();
        [Self::reqwest(over_reqwest), Self::Ureq(over_ureq)]
    }

    /// A client over reqwest.
    pub fn reqwest(client: authing_reqwest::Client) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        Self::Reqwest(client, runtime)
    }

    /// A client over a script.
    pub fn scripted(config: Config, script: ScriptedService) -> Self {
        Self::Scripted(Client::from_parts(config, script, Seed::new([7; 32])))
    }

    /// The transport's name, for a test that fails.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Reqwest(..) => "reqwest",
            Self::Ureq(_) => "ureq",
            Self::Scripted(_) => "script",
        }
    }

    /// Runs an operation to its end.
    pub fn call<O: Operation>(&self, operation: O) -> Result<O::Response, Error>
    where
        Visitor: May<O::Needs>,
    {
        match self {
            Self::Reqwest(client, runtime) => runtime.block_on(client.call(operation)),
            Self::Ureq(client) => client.call(operation),
            Self::Scripted(client) => client.call(operation),
        }
    }

    /// The visitor's session.
    pub fn session(&self) -> &Session {
        match self {
            Self::Reqwest(client, _) => client.session(),
            Self::Ureq(client) => client.session(),
            Self::Scripted(client) => client.session(),
        }
    }
}
