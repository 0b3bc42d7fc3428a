//! The third parties whose accounts can log in.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A third party whose accounts can log in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOauthProvider {
    /// The short name, such as `github`: the `type` of a bound account.
    pub alias: String,
    /// The name to show.
    pub name: String,
    /// The URL of the logo.
    #[serde(default)]
    pub image: String,
    /// The description.
    #[serde(default)]
    pub description: String,
    /// The URL of the login page.
    #[serde(default)]
    pub url: String,
    /// Whether the provider is enabled; by default, it is.
    #[serde(default = "yes")]
    pub enabled: bool,
}

fn yes() -> bool {
    true
}

impl NewOauthProvider {
    /// An enabled provider, with its short name and the name to show.
    pub fn new(alias: impl Into<String>, name: impl Into<String>) -> Self {
        let (image, description, url) = Default::default();
        Self { alias: alias.into(), name: name.into(), image, description, url, enabled: true }
    }

    /// The default providers of a pool.
    pub(crate) fn usual() -> Vec<Self> {
        vec![Self::new("github", "GitHub"), Self::new("wechat", "微信"), Self::new("wxapp", "微信小程序")]
    }

    /// As the service lists it: its id is made of its name, so that it stays.
    pub(crate) fn to_json(&self, pool: &str) -> Value {
        json!({
            "_id": self.id(),
            "name": self.name,
            "alias": self.alias,
            "image": self.image,
            "description": self.description,
            "enabled": self.enabled,
            "url": self.url,
            "oAuthUrl": self.url,
            "client": pool,
            "user": null,
        })
    }

    fn id(&self) -> String {
        use sha1::{Digest as _, Sha1};
        crate::crypto::random::to_hex(&Sha1::digest(&self.alias)[..12])
    }
}
