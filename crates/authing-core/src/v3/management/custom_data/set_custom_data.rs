//! Sets custom data.
//!
//! Wire: `POST {host}/api/v3/set-custom-data`

use serde_json::Value;

use crate::principal::needs;
use crate::v3::types::{PersonalJson, Target};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, Fields as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Sets custom data of a user, role, group or department. Data of other names stay.
    pub struct SetCustomData {
        /// The data.
        list: Vec<CustomDataEntry> = "list";
        /// The object that has the data.
        target: Target = "target";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
        /// The tenant.
        tenant_id: Option<String> = "tenantId";
    }
}

fields! {
    /// A name and its value.
    pub struct CustomDataEntry {
        /// The name.
        key: String = "key";
        /// The value: a text, a number, a boolean or an object.
        value: PersonalJson = "value";
    }
}

impl<N: Into<String>, V: Into<Value>> From<(N, V)> for CustomDataEntry {
    fn from((key, value): (N, V)) -> Self {
        Self { key: key.into(), value: PersonalJson(value.into()) }
    }
}

impl SetCustomData {
    /// Creates the request from its required arguments.
    pub fn new(list: impl IntoIterator<Item = impl Into<CustomDataEntry>>, target: impl Into<Target>) -> Self {
        Self {
            list: list.into_iter().map(Into::into).collect(),
            target: target.into(),
            namespace: None,
            tenant_id: None,
        }
    }
}

impl Operation for SetCustomData {
    type Needs = needs::Administrator;
    type Response = ();

    const NAME: &'static str = "setCustomData";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Management,
        Method::Post,
        "/api/v3/set-custom-data",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.list.insert_into("list", to);
        self.target.insert_fields(to);
        self.namespace.insert_into("namespace", to);
        self.tenant_id.insert_into("tenantId", to);
    }
}
