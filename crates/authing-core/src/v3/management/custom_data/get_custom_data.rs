//! The custom data of a user, role, group or department.
//!
//! Wire: `GET {host}/api/v3/get-custom-data`

use serde::Deserialize;

use crate::principal::needs;
use crate::v3::types::{CustomData, Target};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, Fields as _, ResponseShape, Shape, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Reads the custom data of a user, role, group or department.
    pub struct GetCustomData {
        /// The object that has the data.
        target: Target = "target";
        /// The namespace; `default` by default.
        namespace: Option<String> = "namespace";
        /// The tenant.
        tenant_id: Option<String> = "tenantId";
    }
}

/// The custom data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct CustomDataResponse {
    /// The data, by name.
    pub custom_data: CustomData,
}

impl GetCustomData {
    /// Creates the request from its required arguments.
    pub fn new(target: impl Into<Target>) -> Self {
        Self { target: target.into(), namespace: None, tenant_id: None }
    }
}

impl Operation for GetCustomData {
    type Needs = needs::Administrator;
    type Response = CustomDataResponse;

    const NAME: &'static str = "getCustomData";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Get, "/api/v3/get-custom-data", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.target.insert_fields(to);
        self.namespace.insert_into("namespace", to);
        self.tenant_id.insert_into("tenantId", to);
    }
}

impl ResponseShape for CustomDataResponse {
    const SHAPE: Shape = Shape::Object(&["customData"]);
}
