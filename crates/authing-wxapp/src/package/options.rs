//! The options of `new Authing(…)`.

use std::time::Duration;

use authing_core::wire::RawObject;
use authing_core::{Config, Error, Service};

/// The services by their names in the option `host`, as in the published client.
const HOSTS: &[(&str, Service)] = &[
    ("user", Service::User),
    ("oauth", Service::Oauth),
    ("core", Service::Core),
    ("upload", Service::Upload),
    ("cdn", Service::Cdn),
];

/// The configuration in the options' JSON.
pub(super) fn config(json: &str) -> Result<Config, Error> {
    let options = RawObject::read(json).map_err(|_| Error::invalid_argument("options", "must be an object"))?;
    let mut config = Config::new(&options.text("userPoolId").unwrap_or_default())?;
    if options.json("allowPlainHttp") == Some("true") {
        config = config.with_plain_http_allowed();
    }
    if let Some(origin) = options.text("host") {
        config = config.with_origin(&origin)?;
    } else if let Some(json) = options.json("host") {
        let hosts = RawObject::read(json)
            .map_err(|_| Error::invalid_argument("host", "must be an address or an object of them"))?;
        if let Some(unknown) = hosts.names().find(|given| HOSTS.iter().all(|(name, _)| name != given)) {
            let reason = ["has no `", unknown, "`: give user, oauth, core, upload or cdn"].concat();
            return Err(Error::invalid_argument("host", reason));
        }
        config =
            config.with_base_urls(HOSTS.iter().filter_map(|(name, service)| Some((*service, hosts.text(name)?))))?;
    }
    if let Some(pem) = options.text("publicKey").or_else(|| options.text("passwordEncPublicKey")) {
        config = config.with_public_key(&pem)?;
    }
    if let Some(secret) = options.text("secret").filter(|secret| !secret.is_empty()) {
        config = config.with_secret(secret);
    }
    if let Some(milliseconds) = options.number("timeout").and_then(|number| u64::try_from(number).ok()) {
        config = config.with_timeout(Duration::from_millis(milliseconds));
    }
    Ok(config)
}
