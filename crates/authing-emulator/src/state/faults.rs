//! The faults that a test asks for: which requests they meet, and what happens to these.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Deserializer, de};
use serde_json::Value;

/// A fault, the requests that it meets, and how many of them.
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
    /// The number of requests that it meets: 1 if left out.
    #[serde(default = "once")]
    pub times: u32,
    /// What happens to them.
    pub fault: Fault,
}

fn any() -> String {
    "*".into()
}

fn once() -> u32 {
    1
}

impl FaultRule {
    /// Meets one request for this path; with a `*` at its end, for every path that begins so.
    pub fn on_path(path: impl Into<String>, fault: Fault) -> Self {
        Self { path: path.into(), operation: None, times: once(), fault }
    }

    /// Meets one GraphQL request with this root field, or whose document's operation has this name.
    pub fn on_operation(operation: impl Into<String>, fault: Fault) -> Self {
        Self { path: any(), operation: Some(operation.into()), times: once(), fault }
    }

    /// The number of requests that it meets.
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
    /// Its response comes later than it would, in real milliseconds.
    Delay {
        /// How much later.
        delay_ms: u64,
    },
    /// Something else responds, as a gateway would.
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
    /// Closed with a TCP reset.
    Reset,
    /// Closed before the body is as long as its header says.
    Truncate,
    /// Answered with bytes that are not HTTP.
    Garbage,
    /// Never answered.
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
