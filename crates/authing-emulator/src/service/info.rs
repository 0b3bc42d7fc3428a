//! The settings that a client of this emulator needs.

use serde::Serialize;

use crate::routes;
use crate::service::provider;
use crate::state::provider::App;
use crate::world::World;

/// The settings that a client of this emulator needs, and the emulator's time.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EmulatorInfo<'a> {
    user_pool_id: &'a str,
    secret: &'a str,
    public_key: &'a str,
    wechat_app_id: &'a str,
    /// Today's applications. The first is the one that the program prints at its start.
    apps: Vec<App>,
    issuer: String,
    now: String,
    users: usize,
    hosts: Hosts,
}

/// The URLs of the services. The real service has a host for each; here all are paths of one origin.
#[derive(Debug, Serialize)]
struct Hosts {
    user: String,
    oauth: String,
    core: String,
    upload: String,
    cdn: String,
}

pub(crate) fn emulator(world: &World) -> EmulatorInfo<'_> {
    let at = |path: &str| format!("{}{path}", world.origin());
    EmulatorInfo {
        user_pool_id: &world.config.user_pool_id,
        secret: &world.config.secret,
        public_key: world.password_key.public_pem(),
        wechat_app_id: &world.config.wechat_app_id,
        apps: provider::apps::all(world),
        issuer: provider::discovery::issuer(world),
        now: world.now().iso(),
        users: world.state().users.len(),
        hosts: Hosts {
            user: at(routes::GRAPHQL),
            oauth: at(routes::GRAPHQL),
            core: world.origin(),
            upload: at(routes::UPLOAD),
            cdn: at(routes::CDN_ROOT),
        },
    }
}
