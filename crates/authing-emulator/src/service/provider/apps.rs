//! The applications: the configuration's, and those added or changed since.

use crate::state::provider::App;
use crate::world::World;

pub(crate) fn find(world: &World, id: &str) -> Option<App> {
    let changed = world.state().provider.apps.get(id).cloned();
    changed.or_else(|| world.config.apps.iter().find(|app| app.id == id).cloned())
}

/// The configuration's first, in its order.
pub(crate) fn all(world: &World) -> Vec<App> {
    let changed = world.state().provider.apps.clone();
    let configured = world.config.apps.iter().map(|app| changed.get(&app.id).unwrap_or(app)).cloned();
    let added = changed.values().filter(|app| world.config.apps.iter().all(|known| known.id != app.id)).cloned();
    configured.chain(added).collect()
}

/// Adds an application, or takes the place of the one with its id. An error says why it cannot work.
pub(crate) fn put(world: &World, app: App) -> Result<(), &'static str> {
    if let Some(fault) = app.fault() {
        return Err(fault);
    }
    world.state().provider.apps.insert(app.id.clone(), app);
    Ok(())
}
