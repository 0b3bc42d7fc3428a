//! Sessions and grants: listed and revoked, for the control API and the page.

use serde_json::{Value, json};

use crate::state::provider::{BrowserSession, Grant};
use crate::state::users::Key;
use crate::world::World;

/// The sessions that are valid, newest first.
pub(crate) fn list_sessions(world: &World) -> Vec<Value> {
    super::sessions::all(world).iter().map(|session| session_json(world, session)).collect()
}

fn session_json(world: &World, session: &BrowserSession) -> Value {
    let BrowserSession { sid, user_id, authenticated } = session;
    json!({ "sid": sid, "userId": user_id, "user": user_name(world, user_id), "authenticatedAt": authenticated.iso() })
}

/// All grants, newest first.
pub(crate) fn list(world: &World) -> Vec<Value> {
    let grants: Vec<Grant> = world.state().provider.grants.all().into_iter().cloned().collect();
    grants.iter().map(|grant| grant_json(world, grant)).collect()
}

fn grant_json(world: &World, grant: &Grant) -> Value {
    let Grant { id, app_id, user_id, scope, sid, auth_time: _, issued, revoked } = grant;
    json!({
        "id": id,
        "appId": app_id,
        "userId": user_id,
        "user": user_id.as_ref().and_then(|id| user_name(world, id)),
        "scope": scope,
        "sid": sid,
        "issuedAt": issued.iso(),
        "revoked": revoked,
    })
}

fn user_name(world: &World, id: &str) -> Option<String> {
    world.state().users.find(Key::Id(id)).map(|user| user.label().to_owned())
}

/// `false`: there is no such grant, or it was revoked before.
pub(crate) fn revoke(world: &World, id: &str) -> bool {
    world.state().provider.grants.revoke(id)
}
