//! The faults that a test injects, and the requests that they are for.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Deserializer, de};
use serde_json::Value;

/// A fault, the requests that it is for, and their number.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct FaultRule {
    /// The request's path; with a `*` at its end, every path that begins so. Any path if left out.
    #[serde(default = "any")]
    pub path: String,
    /// A GraphQL operation: the name of a root field, such as `login`, or of the document's operation. Any if left out.
    #[serde(default)]
    pub operation: Option<String>,
    /// The number of requests that the fault is for; 1 by default.
    #[serde(default = "once")]
    pub times: u32,
    /// The fault.
    pub fault: Fault,
}

fn any() -> String {
    "*".into()
}

fn once() -> u32 {
    1
}

impl FaultRule {
    /// A fault for one request to this path; with a `*` at its end, to any path that begins so.
    pub fn on_path(path: impl Into<String>, fault: Fault) -> Self {
        Self { path: path.into(), operation: None, times: once(), fault }
    }

    /// A fault for one GraphQL request with this root field, or whose document's operation has this name.
    pub fn on_operation(operation: impl Into<String>, fault: Fault) -> Self {
        Self { path: any(), operation: Some(operation.into()), times: once(), fault }
    }

    /// Sets the number of requests that the fault is for.
    pub fn with_times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    fn matches(&self, path: &str, operations: &[String]) -> bool {
        let path_matches = match self.path.strip_suffix('*') {
            Some(prefix) => path.starts_with(prefix),
            None => path == self.path,
        };
        path_matches && self.operation.as_ref().is_none_or(|operation| operations.contains(operation))
    }
}

/// What happens to a request.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Fault {
    /// The response is delayed, in real milliseconds.
    Delay {
        /// The delay.
        delay_ms: u64,
    },
    /// Another response takes the place of the service's, such as that of a gateway.
    Respond {
        /// The HTTP status.
        status: u16,
        /// Text is sent as it is, anything else as JSON; nothing when left out.
        body: Value,
        /// Further headers, for a redirect's `location` for one.
        headers: BTreeMap<String, String>,
    },
    /// The connection is broken.
    Connection(ConnectionFault),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Delay {
    delay_ms: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Respond {
    status: u16,
    #[serde(default)]
    body: Value,
    #[serde(default)]
    headers: BTreeMap<String, String>,
}

/// A name, or an object that is told by its field. What is neither is answered with all that is.
impl<'de> Deserialize<'de> for Fault {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(name) => ConnectionFault::named(&name).map(Self::Connection),
            fields if fields.get("delayMs").is_some() => {
                let Delay { delay_ms } = serde_json::from_value(fields).map_err(de::Error::custom)?;
                Some(Self::Delay { delay_ms })
            }
            fields if fields.get("status").is_some() => {
                let Respond { status, body, headers } = serde_json::from_value(fields).map_err(de::Error::custom)?;
                Some(Self::Respond { status, body, headers })
            }
            _ => None,
        }
        .ok_or_else(|| {
            let names: Vec<String> = ConnectionFault::NAMES.iter().map(|(name, _)| format!("\"{name}\"")).collect();
            de::Error::custom(format!(
                "no such fault: write {}, {{\"delayMs\": n}} or {{\"status\": n, \"body\"?, \"headers\"?}}",
                names.join(", ")
            ))
        })
    }
}

#[derive(Debug, Default)]
pub(crate) struct Faults {
    rules: Mutex<Vec<FaultRule>>,
}

impl Faults {
    pub(crate) fn replace(&self, rules: Vec<FaultRule>) {
        *self.rules() = rules;
    }

    /// Whether any rule must know which GraphQL operations a request asks for.
    pub(crate) fn ask_for_operations(&self) -> bool {
        self.rules().iter().any(|rule| rule.times > 0 && rule.operation.is_some())
    }

    fn rules(&self) -> MutexGuard<'_, Vec<FaultRule>> {
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The fault that this request meets, if any; it is then one closer to being over.
    pub(crate) fn take_match(&self, path: &str, operations: &[String]) -> Option<Fault> {
        let mut rules = self.rules();
        let index = rules.iter().position(|rule| rule.times > 0 && rule.matches(path, operations))?;
        rules[index].times -= 1;
        Some(rules[index].fault.clone())
    }
}

/// The ways a connection goes wrong below HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConnectionFault {
    /// The connection is closed with a TCP reset.
    Reset,
    /// The connection is closed before the body is as long as its header says.
    Truncate,
    /// The response is not HTTP.
    Garbage,
    /// No response is sent.
    Stall,
}

impl ConnectionFault {
    /// The names in JSON.
    const NAMES: [(&str, Self); 4] =
        [("reset", Self::Reset), ("truncate", Self::Truncate), ("garbage", Self::Garbage), ("stall", Self::Stall)];

    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, fault)| *fault)
    }
}
