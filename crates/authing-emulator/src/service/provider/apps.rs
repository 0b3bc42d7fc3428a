//! The applications: the configuration's, and those added or changed since.

use crate::state::provider::{App, AppError, NewApp};
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

/// Whether an origin is that of a registered redirect URI of some application.
pub(crate) fn have_page_of(world: &World, origin: &str) -> bool {
    all(world).iter().any(|app| app.has_page_of(origin))
}

/// Adds an application, or takes the place of the one with its id. The id.
pub(crate) fn put(world: &World, app: NewApp) -> Result<String, AppError> {
    let app = app.build()?;
    let id = app.id.clone();
    world.state().provider.apps.insert(id.clone(), app);
    Ok(id)
}
