//! Who is signed in to which application, and the administrator's end of it.

use serde::Deserialize;
use serde_json::json;

use super::user_identifier::UserIdentifier;
use super::{Outcome, done, input};
use crate::service::provider::apps;
use crate::world::World;

/// Whether a token of the user for the application works.
pub(super) fn is_active(world: &World, user_id: &str, app_id: &str) -> bool {
    let now = world.now();
    let state = world.state();
    let revoked_through =
        state.users.find(crate::state::users::Key::Id(user_id)).map_or(i64::MAX, |user| user.revoked_through);
    state.provider.grants.is_active(user_id, app_id, revoked_through, now)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Check {
    app_id: String,
    user_id: String,
}

pub(crate) fn check(world: &World, request: &Check) -> Outcome {
    apps::find(world, &request.app_id).ok_or(super::error::NO_SUCH_APP)?;
    UserIdentifier::by_id(&request.user_id).find(&world.state())?;
    Ok(json!({ "active": is_active(world, &request.user_id, &request.app_id) }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Kick {
    #[serde(deserialize_with = "input::list")]
    app_ids: Vec<String>,
    #[serde(flatten)]
    user: UserIdentifier,
}

/// Every token of the user for these applications stops working, and the browser's session that they came of ends.
pub(crate) fn kick(world: &World, request: &Kick) -> Outcome {
    input::check_batch(&request.app_ids, "appIds")?;
    let mut state = world.state();
    let user_id = request.user.find(&state)?.id.clone();
    let provider = &mut state.provider;
    for sid in provider.grants.revoke_of_user(&user_id, &request.app_ids) {
        provider.sessions.close_by_sid(&sid);
    }
    Ok(done())
}
