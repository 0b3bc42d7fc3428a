//! The second factor: turned on and off, and verified at a login.

use crate::errors::{ErrorResponse, MFA_NEEDED, MFA_WRONG, NO_SUCH_USER};
use crate::state::mfa::Mfa;
use crate::state::users::{Key, User};
use crate::world::World;

/// A user with a second factor gives it after the password. A one-time password works once.
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

/// Turns the factor on or off. The key stays, unless a new one is asked for.
pub(crate) fn change(world: &World, user_id: &str, enabled: bool, new_key: bool) -> Result<Mfa, ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let mfa_id = state.new_id(now);
    let mut user = state.users.find_mut(Key::Id(user_id)).ok_or(NO_SUCH_USER)?;
    let mfa = user.mfa.get_or_insert_with(|| Mfa::new(mfa_id));
    mfa.enabled = enabled;
    if new_key {
        mfa.change_key();
    }
    Ok(mfa.clone())
}
