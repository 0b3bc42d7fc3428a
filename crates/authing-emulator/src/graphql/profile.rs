//! The root field `updateUser`: the profile, the password with the old one, and — with `tokenExpiredAt` — the logout.

use authing_core::account::Update;
use serde_json::Value;

use super::resolver::{Call, Resolver, answers};
use crate::errors::ErrorResponse;
use crate::service::profiles;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[answers::<Update>(update)];

fn update(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    profiles::update(call.world, call.caller, &call.object("options"))
}
