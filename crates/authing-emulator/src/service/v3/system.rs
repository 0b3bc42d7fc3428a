//! The service's public data: keys for passwords, countries, applications and their third parties.

use serde_json::{Value, json};

use crate::crypto::sm2_key::Sm2Key;
use crate::service::provider;
use crate::state::provider::App;
use crate::world::World;

/// The public keys that passwords are encrypted with. The response has no envelope.
pub(crate) fn system(world: &World) -> Value {
    json!({
        "rsa": { "publicKey": world.password_key.public_pem() },
        "sm2": { "publicKey": Sm2Key::process_wide().public_hex() },
        "version": { "server": env!("CARGO_PKG_VERSION"), "console": "", "login": "" },
        "publicIps": [],
    })
}

/// Some countries: enough to choose from.
pub(crate) fn countries() -> Value {
    const COUNTRIES: [(&str, &str, &str, &str, &str); 6] = [
        ("CN", "CHN", "+86", "中国大陆", "China"),
        ("HK", "HKG", "+852", "中国香港", "Hong Kong"),
        ("TW", "TWN", "+886", "中国台湾", "Taiwan"),
        ("JP", "JPN", "+81", "日本", "Japan"),
        ("SG", "SGP", "+65", "新加坡", "Singapore"),
        ("US", "USA", "+1", "美国", "United States"),
    ];
    let list = COUNTRIES.iter().map(|(alpha2, alpha3, code, chinese, english)| {
        let name = json!({ "zh-CN": chinese, "en-US": english });
        json!({ "alpha2": alpha2, "alpha3": alpha3, "phoneCountryCode": code, "flag": "", "name": name })
    });
    list.collect()
}

/// The third parties that users can log in with, by the name of their connection.
pub(crate) fn enabled_ext_idps(world: &World) -> Value {
    let providers = world.state().oauth_providers.clone();
    let providers = providers.as_deref().unwrap_or(&world.config.oauth_providers);
    let list = providers.iter().map(|provider| {
        let provider = json!(provider);
        json!({
            "identifier": provider["alias"],
            "extIdpId": provider["alias"],
            "type": provider["alias"],
            "extIdpType": "social",
            "bindUrl": "",
            "name": provider["name"],
            "logo": provider["image"],
        })
    });
    list.collect()
}

/// An application as lists of them have it.
pub(crate) fn app(world: &World, id: &str, active: bool) -> Value {
    let app = provider::apps::find(world, id);
    json!({
        "appId": id,
        "appName": app.as_ref().map_or(id, App::display_name),
        "appLoginUrl": world.origin(),
        "appLogo": "",
        "active": active,
    })
}
