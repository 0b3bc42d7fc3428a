use serde::Deserialize;
use serde_json::Value;

use crate::wire::texts;

texts! {
    /// The kind of a resource.
    pub enum ResourceType {
        /// Data.
        Data = "DATA",
        /// An API.
        Api = "API",
        /// A menu.
        Menu = "MENU",
        /// A button.
        Button = "BUTTON",
        /// A part of a user interface.
        Ui = "UI",
    }
}

texts! {
    /// Whether an authorization permits its actions.
    pub enum Effect {
        /// The actions are permitted.
        Allow = "ALLOW",
        /// The actions are forbidden.
        Deny = "DENY",
    }
}

/// A resource, and what a user may do with it. The service lists forbidden actions too: see [`effect`](Self::effect).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct AuthorizedResource {
    /// The code.
    pub resource_code: String,
    /// The description.
    pub description: Option<String>,
    /// The kind.
    pub resource_type: Option<ResourceType>,
    /// The namespace.
    pub namespace: Option<String>,
    /// The actions that the authorization is about.
    pub actions: Option<Vec<String>>,
    /// Whether the actions are permitted or forbidden.
    pub effect: Option<Effect>,
    /// The conditions of the authorization, as the service writes them. Without them, it always holds.
    pub condition: Option<Vec<Value>>,
    /// The URL, if the resource is an API.
    pub api_identifier: Option<String>,
}
