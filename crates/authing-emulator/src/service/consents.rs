//! The consent of a user to an application.

use crate::state::consents::AppConsent;
use crate::world::World;

/// The user lets the application act for them; the id of the consent.
pub(crate) fn give(world: &World, user_id: &str, app_id: &str, name: Option<&str>) -> String {
    let now = world.now();
    let mut state = world.state();
    let id = state.new_id(now);
    state.apps.authorize(AppConsent {
        id: id.clone(),
        user_id: user_id.into(),
        app_id: app_id.into(),
        name: name.unwrap_or(app_id).into(),
        scope: "openid profile".into(),
        when: now.iso(),
    });
    id
}
