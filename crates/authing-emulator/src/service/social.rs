//! The third parties that a user can log in with.

use crate::state::oauth_providers::OauthProvider;
use crate::world::World;

/// The providers as they were last set, else those of the configuration.
pub(crate) fn providers(world: &World) -> Vec<OauthProvider> {
    world.state().oauth_providers.clone().unwrap_or_else(|| world.config.oauth_providers.clone())
}
