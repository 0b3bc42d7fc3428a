//! The root field `login`.

use authing_core::login::Login;
use serde_json::Value;

use super::resolver::{Call, Resolver, answers};
use crate::errors::ErrorResponse;
use crate::service::login;

/// The root fields of this area, and the resolver of each.
pub(super) const RESOLVERS: &[Resolver] = &[answers::<Login>(log_in)];

fn log_in(call: &Call<'_>) -> Result<Value, ErrorResponse> {
    login::log_in(call.world, call.caller, call.read()?)
}
