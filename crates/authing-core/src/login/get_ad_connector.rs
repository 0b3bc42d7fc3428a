//! Get the connector of an Active Directory.
//!
//! Wire: GraphQL `query adConnectorByProvider` at the oauth service.

use serde::{Deserialize, Serialize};

use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, ResponseShape, Shape, document};
use crate::{AdConnectorId, AppId, Operation, Service};

/// Gets the connector to the Active Directory of an application, for [`LoginByAd`](super::LoginByAd).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// let connector = client.ad_connector_by_provider("5e0b0c8d7f1a2b3c4d5e6f70", "OIDC")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct GetAdConnector {
    /// The application.
    pub provider: AppId,
    /// The kind of the application: `OIDC` or `OAuth`.
    pub kind: String,
}

impl Operation for GetAdConnector {
    type Needs = needs::Nothing;
    type Response = Option<AdConnector>;

    const NAME: &'static str = "adConnectorByProvider";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::Oauth, "adConnectorByProvider", document!("get_ad_connector.graphql"));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("providerId", &self.provider);
        to.require("providerType", &self.kind);
    }
}

/// The public data of a connector to an Active Directory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AdConnector {
    /// The connector.
    #[serde(rename = "_id")]
    pub id: AdConnectorId,
    /// The name of the connector.
    pub name: Option<String>,
    /// The URL of the logo.
    pub logo: Option<String>,
    /// Whether the connector is enabled.
    pub status: Option<bool>,
}

impl ResponseShape for AdConnector {
    const SHAPE: Shape = Shape::Object(&["_id"]);
}
