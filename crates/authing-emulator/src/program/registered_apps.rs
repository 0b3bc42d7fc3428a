//! The applications that are registered at the start of an emulator.

use crate::config::defaults;
use crate::program::start_error::StartError;
use crate::state::provider::{App, NewApp};

/// The given applications; of two with one id, the later. If there are none, the default application.
pub(super) fn registered_apps(given: Vec<NewApp>) -> Result<Vec<App>, StartError> {
    let given = if given.is_empty() { vec![default_app()] } else { given };
    let mut apps: Vec<App> = Vec::new();
    for app in given {
        let app = app.build().map_err(StartError::App)?;
        apps.retain(|known| known.id != app.id);
        apps.push(app);
    }
    Ok(apps)
}

/// The default application, which any page and program of this machine may use.
fn default_app() -> NewApp {
    let app = NewApp { name: Some("Example".into()), ..NewApp::new(defaults::APP_ID, defaults::APP_SECRET) };
    defaults::APP_REDIRECT_URIS.iter().fold(app, |app, uri| app.with_redirect_uri(*uri))
}
