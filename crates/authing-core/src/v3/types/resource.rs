use serde::Deserialize;

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

/// A resource that a user is authorized for.
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
    /// The actions that the user is permitted.
    pub actions: Option<Vec<String>>,
    /// The URL, if the resource is an API.
    pub api_identifier: Option<String>,
}
