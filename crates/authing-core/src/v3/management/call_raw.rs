//! A call of the management API by its name.
//!
//! Wire: the method and the path of the name in the table `calls.tsv`

use std::fmt;

use serde_json::Value;

use crate::client::methods::methods;
use crate::principal::{Administrator, needs};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Rest};
use crate::{Error, Method, Operation, Service};

/// The calls of the management API: area, method, verb, path, whether it is deprecated, whether it is typed here.
const CALLS: &str = include_str!("calls.tsv");

/// A row of the table of the management API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ManagementCall {
    /// The area.
    pub area: &'static str,
    /// The name.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path. `{name}` stands for the argument of that name.
    pub path: &'static str,
    /// Whether the service has deprecated the call.
    pub is_deprecated: bool,
}

impl ManagementCall {
    /// Returns all calls.
    pub fn all() -> impl Iterator<Item = Self> {
        CALLS.lines().skip(1).filter_map(Self::read)
    }

    /// Returns the call of a name.
    ///
    /// ```
    /// use authing_core::v3::management::ManagementCall;
    ///
    /// assert_eq!(ManagementCall::find("listWebhooks").unwrap().path, "/api/v3/list-webhooks");
    /// assert_eq!(ManagementCall::find("list-webhooks"), None);
    /// ```
    pub fn find(name: &str) -> Option<Self> {
        Self::all().find(|call| call.name == name)
    }

    fn read(line: &'static str) -> Option<Self> {
        let mut cells = line.split('\t');
        let mut cell = || cells.next();
        let (area, name, method, path) = (cell()?, cell()?, cell()?, cell()?);
        Some(Self { area, name, method, path, is_deprecated: cell().is_some_and(|mark| !mark.is_empty()) })
    }
}

/// A call of the management API without a type of its own, with the authorization and the errors of every call. The response is `data`.
///
/// ```
/// # fn example(client: &authing_core::ManagementClient) -> Result<(), authing_core::Error> {
/// let webhooks = client.call_raw("listWebhooks", serde_json::json!({ "page": 1, "limit": 10 }))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct CallRaw {
    name: String,
    call: Option<ManagementCall>,
    arguments: Value,
}

impl CallRaw {
    /// A call by its name in the table, with its arguments: an object, or `null` for none. A name that the table does not have is
    /// [`Error::InvalidArgument`], and nothing is sent.
    pub fn new(name: impl Into<String>, arguments: Value) -> Self {
        let name = name.into();
        Self { call: ManagementCall::find(&name), name, arguments }
    }
}

impl Operation for CallRaw {
    type Needs = needs::Administrator;
    type Response = Value;

    const NAME: &'static str = "callRaw";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        if self.call.is_none() {
            let reason = format!("`{}` is not one of the management API", self.name.escape_debug());
            to.reject(Error::invalid_argument("call", reason));
        }
        match &self.arguments {
            Value::Null => {}
            Value::Object(arguments) => {
                // A query has no `null`: the service would read a text.
                let in_query = self.call.is_some_and(|call| call.method == "GET");
                let given = arguments.iter().filter(|(_, value)| !(in_query && value.is_null()));
                given.for_each(|(name, value)| to.insert_plain_json(name, value));
            }
            _ => to.reject(Error::invalid_argument("arguments", "must be a JSON object")),
        }
    }

    fn rest(&self) -> Option<Rest> {
        let ManagementCall { method, path, .. } = self.call?;
        let (method, encoding) = match method {
            "GET" => (Method::Get, Encoding::Query),
            "DELETE" => (Method::Delete, Encoding::Json),
            "PUT" => (Method::Put, Encoding::Json),
            _ => (Method::Post, Encoding::Json),
        };
        Some(Rest { service: Service::Management, method, path, encoding, envelope: Envelope::V3 })
    }
}

impl fmt::Debug for CallRaw {
    /// Shows the name only: any argument may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, call: _, arguments: _ } = self;
        f.debug_struct("CallRaw").field("name", name).finish_non_exhaustive()
    }
}

methods! {
    /// # Any other call
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Sends any call of the management API, by its name. See [`CallRaw`].
        fn call_raw(name: impl Into<String>, arguments: Value) -> Value = CallRaw::new(name, arguments);
    }
}
