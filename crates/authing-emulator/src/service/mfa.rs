//! The second factor at a login.

use crate::errors::{ErrorResponse, MFA_NEEDED, MFA_WRONG, NO_SUCH_USER};
use crate::state::users::{Key, User};
use crate::world::World;

/// Whoever has a second factor shows it after the password. A one-time password works once.
pub(crate) fn verify_otp(world: &World, user: &User, password: Option<&str>) -> Result<(), ErrorResponse> {
    if !user.mfa.as_ref().is_some_and(|mfa| mfa.enabled) {
        return Ok(());
    }
    let password = password.ok_or(MFA_NEEDED)?;
    let now = world.now();
    let mut state = world.state();
    let mut user = state.users.find_mut(Key::Id(&user.id)).ok_or(NO_SUCH_USER)?;
    let accepted = user.mfa.as_mut().is_some_and(|mfa| mfa.accept(password, now));
    if accepted { Ok(()) } else { Err(MFA_WRONG) }
}
