//! The faults that a test asks for: which requests they meet, and what happens to these.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;
use serde_json::Value;

/// A fault, on which path, and how often.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FaultRule {
    /// The request's path; with a `*` at its end, every path that begins so.
    pub path: String,
    /// How many requests it meets: once when left out.
    #[serde(default = "once")]
    pub times: u32,
    /// What happens to them.
    pub fault: Fault,
}

fn once() -> u32 {
    1
}

/// What happens to a request.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Fault {
    /// It is answered later than it would be, in real milliseconds.
    #[serde(rename_all = "camelCase")]
    Delay {
        /// How much later.
        delay_ms: u64,
    },
    /// Something else answers it, as a gateway would.
    Respond {
        /// The HTTP status.
        status: u16,
        /// Text is sent as it is, anything else as JSON; nothing when left out.
        #[serde(default)]
        body: Value,
        /// Further headers, for a redirect's `location` for one.
        #[serde(default)]
        headers: BTreeMap<String, String>,
    },
    /// The connection is broken.
    Connection(ConnectionFault),
}

#[derive(Debug, Default)]
pub(crate) struct Faults {
    rules: Mutex<Vec<FaultRule>>,
}

impl Faults {
    pub(crate) fn replace(&self, rules: Vec<FaultRule>) {
        *self.rules.lock().unwrap_or_else(PoisonError::into_inner) = rules;
    }

    /// The fault that this request meets, if any; it is then one closer to being over.
    pub(crate) fn take_match(&self, path: &str) -> Option<Fault> {
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let index = rules.iter().position(|rule| rule.times > 0 && rule.matches(path))?;
        rules[index].times -= 1;
        Some(rules[index].fault.clone())
    }
}

impl FaultRule {
    fn matches(&self, path: &str) -> bool {
        match self.path.strip_suffix('*') {
            Some(prefix) => path.starts_with(prefix),
            None => path == self.path,
        }
    }
}

/// The ways a connection goes wrong below HTTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ConnectionFault {
    /// Closed with a TCP reset.
    Reset,
    /// Closed before the body is as long as its header says.
    Truncate,
    /// Answered with bytes that are not HTTP.
    Garbage,
    /// Never answered.
    Stall,
}
