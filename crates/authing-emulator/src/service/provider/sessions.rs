//! Browsers' sessions with the provider.

use crate::clock::Timestamp;
use crate::errors::{ErrorResponse, NO_SUCH_USER};
use crate::state::State;
use crate::state::provider::BrowserSession;
use crate::state::users::Key;
use crate::world::World;

/// The session behind a cookie, while its user may be logged in.
pub(crate) fn find(world: &World, cookie: Option<&str>) -> Option<BrowserSession> {
    let state = world.state();
    let session = state.provider.sessions.find(cookie?, world.now())?;
    is_valid(&state, session).then(|| session.clone())
}

/// The session with this `sid`, likewise.
pub(crate) fn find_by_sid(world: &World, sid: Option<&str>) -> Option<BrowserSession> {
    let state = world.state();
    let session = state.provider.sessions.find_by_sid(sid?, world.now())?;
    is_valid(&state, session).then(|| session.clone())
}

/// A blocked user, and one who logged out everywhere since, has no session.
fn is_valid(state: &State, session: &BrowserSession) -> bool {
    let user = state.users.find(Key::Id(&session.user_id));
    user.is_some_and(|user| !user.blocked && session.authenticated.seconds() > user.revoked_through)
}

/// Opens a session for a user who has proven to be it; the cookie's value.
pub(crate) fn open(world: &World, user_id: &str) -> Result<String, ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let user = state.users.find(Key::Id(user_id)).ok_or(NO_SUCH_USER)?;
    // As a user's token: the first after a logout is a second later than it.
    let since = Timestamp::from_seconds(user.revoked_through + 1);
    Ok(state.provider.sessions.open(user_id, now.max(since)))
}

/// The sessions that are valid, newest first.
pub(crate) fn all(world: &World) -> Vec<BrowserSession> {
    let state = world.state();
    let open = state.provider.sessions.all(world.now());
    open.into_iter().filter(|session| is_valid(&state, session)).cloned().collect()
}
