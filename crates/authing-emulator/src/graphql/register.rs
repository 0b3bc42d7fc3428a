//! The root field `register`.

use authing_core::account::Register;
use serde_json::Value;

use super::resolver::{Call, Resolver, answers};
use crate::errors::ErrorResponse;
use crate::service::registration;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[answers::<Register>(register)];

fn register(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    registration::register(call.world, call.caller, &call.object("userInfo"))
}
