//! A GraphQL call that the SDK has no operation for.

use std::fmt;

use serde_json::Value;

use crate::client::methods::methods;
use crate::principal::Principal;
use crate::principal::needs;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Error, Operation, Service};

/// A GraphQL document of the caller, with the client's authorization and the errors of every call. The response is all of `data`.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let data = client.graphql(
///     "query ($id: String!) { org(_id: $id) { logo } }",
///     serde_json::json!({ "id": "5e0b0c8d7f1a2b3c4d5e6f70" }),
/// )?;
/// println!("{}", data["org"]["logo"]);
///
/// use authing_core::{RawGraphQl, Service};
/// let list = "query ($id: String!) { ReadOauthList(clientId: $id) { alias } }";
/// let variables = serde_json::json!({ "id": "59f86b4832eb28071bdd9214" });
/// let data = client.call(RawGraphQl::new(list, variables).with_service(Service::Oauth))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RawGraphQl {
    document: String,
    variables: Value,
    service: Service,
}

impl RawGraphQl {
    /// A document and its variables: an object, or `null` for none. The request goes to the user service.
    pub fn new(document: impl Into<String>, variables: Value) -> Self {
        Self { document: document.into(), variables, service: Service::User }
    }

    /// Sends the document to another service: the OAuth service has GraphQL, too.
    pub fn with_service(mut self, service: Service) -> Self {
        self.service = service;
        self
    }
}

impl fmt::Debug for RawGraphQl {
    /// Neither the document nor the variables: any part of them may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawGraphQl(…)")
    }
}

impl Operation for RawGraphQl {
    type Needs = needs::Optional;
    type Response = Value;

    const NAME: &'static str = "graphql";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "", Document::new(""));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.variables {
            Value::Null => {}
            Value::Object(variables) => {
                for (name, value) in variables {
                    to.insert_json(name, value);
                }
            }
            _ => to.reject(Error::invalid_argument("variables", "must be a JSON object")),
        }
    }

    fn document(&self) -> Option<&str> {
        Some(&self.document)
    }

    fn service(&self) -> Option<Service> {
        Some(self.service)
    }
}

methods! {
    /// # GraphQL: any document
    impl [P: Principal] P as Visitor {
        /// Sends a GraphQL document of the caller: see [`RawGraphQl`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the variables are neither an object nor null;
        ///   nothing is sent.
        /// * [`Error::Service`](crate::Error::Service) if the service rejects the document, in its own words.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        fn graphql(document: impl Into<String>, variables: Value) -> Value = RawGraphQl::new(document, variables);
    }
}
