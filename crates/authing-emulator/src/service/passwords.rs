//! Passwords: decrypted, checked against the pool's rule, hashed, reset.

use serde_json::Value;

use crate::crypto::password_hash::PasswordHash;
use crate::errors::{ErrorResponse, NO_SUCH_USER, PASSWORD_TOO_SHORT};
use crate::service::{rules, sessions};
use crate::state::codes::Purpose;
use crate::state::users::Key;
use crate::world::World;

/// The hash of a password that a client sent encrypted.
pub(crate) fn new_hash(world: &World, ciphertext: &str) -> Result<PasswordHash, ErrorResponse> {
    let password = world.password_key.decrypt(ciphertext)?;
    if password.chars().count() < rules::PASSWORD_MIN_CHARS {
        return Err(PASSWORD_TOO_SHORT);
    }
    Ok(PasswordHash::new(&password))
}

/// Sets the password with the code that `sendResetPasswordEmail` sent, and revokes the tokens of the user.
pub(crate) fn reset(world: &World, email: &str, verify_code: &str, ciphertext: &str) -> Result<Value, ErrorResponse> {
    let hash = new_hash(world, ciphertext)?;
    let now = world.now();
    let mut state = world.state();
    if state.users.find(Key::Email(email)).is_none() {
        return Err(NO_SUCH_USER);
    }
    state.codes.redeem(Purpose::ResetPassword, email, verify_code, now)?;
    let mut user = state.users.find_mut(Key::Email(email)).ok_or(NO_SUCH_USER)?;
    user.password = Some(hash);
    user.updated_at = now;
    sessions::revoke_tokens(world, &mut user);
    Ok(user.to_json(&world.config.user_pool_id))
}
