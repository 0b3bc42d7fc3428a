//! The whole state taken out, put in, and set back.

use std::io::{self, Write as _};
use std::path::Path;

use crate::state::snapshot::{ImportError, Snapshot};
use crate::world::World;

pub(crate) fn take(world: &World) -> Snapshot {
    let mut snapshot = Snapshot::new(world.config.user_pool_id.clone(), world.state().clone());
    snapshot.advanced_millis = world.clock.advanced_millis();
    snapshot
}

pub(crate) fn restore(world: &World, snapshot: Snapshot) {
    world.clock.set_advanced_millis(snapshot.advanced_millis);
    *world.state() = snapshot.state;
}

/// Indented, with a line feed at the end.
pub(crate) fn export(world: &World) -> String {
    // Every map has text for keys or is written as pairs, so there is nothing that JSON could not carry.
    serde_json::to_string_pretty(&take(world)).map(|json| json + "\n").unwrap_or_default()
}

pub(crate) fn import(world: &World, json: &str) -> Result<(), ImportError> {
    restore(world, Snapshot::read(json, &world.config.user_pool_id)?);
    Ok(())
}

/// Whether a state can be written there, found out before there is one to lose.
pub(crate) fn check_writable(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    tempfile::NamedTempFile::new_in(folder_of(path)).map(drop)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whole or not at all, and for its owner alone: a temporary file beside it takes its place.
pub(crate) fn write(world: &World, path: &Path) -> io::Result<()> {
    // The crate's files are the owner's alone from the first byte.
    let mut file = tempfile::NamedTempFile::new_in(folder_of(path))?;
    file.write_all(export(world).as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Everything is as at the start: users, messages, files, the time that was let pass. No faults, no log.
pub(crate) fn reset(world: &World) {
    restore(world, world.start.clone());
    world.faults.replace(Vec::new());
    world.requests.clear();
}
