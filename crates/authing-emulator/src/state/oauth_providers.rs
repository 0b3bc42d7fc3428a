//! The third parties that one can log in with.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A third party that one can log in with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OauthProvider {
    /// Its short name, such as `github`: the `type` of a bound account.
    pub alias: String,
    /// Its name.
    pub name: String,
    /// The address of its picture.
    #[serde(default)]
    pub image: String,
    /// What it is.
    #[serde(default)]
    pub description: String,
    /// Where to send the person.
    #[serde(default)]
    pub url: String,
    /// Whether it is in use: true when left out.
    #[serde(default = "yes")]
    pub enabled: bool,
}

fn yes() -> bool {
    true
}

impl OauthProvider {
    /// A third party in use, named twice.
    pub fn new(alias: impl Into<String>, name: impl Into<String>) -> Self {
        let (image, description, url) = Default::default();
        Self { alias: alias.into(), name: name.into(), image, description, url, enabled: true }
    }

    /// What a pool has until it is given others.
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
