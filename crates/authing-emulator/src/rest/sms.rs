//! Codes by SMS. They go to the inbox, wherever the number is.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde_json::Value;

use super::envelope;
use crate::errors::{ErrorResponse, NO_IDENTITY};
use crate::service::{messages, pools, rules};
use crate::state::codes::Purpose;
use crate::world::World;

pub(crate) async fn send_code(
    State(world): State<Arc<World>>,
    Path((phone, pool)): Path<(String, String)>,
) -> Json<Value> {
    envelope::of("发送成功", send(&world, Purpose::SmsLogin, &phone, &pool))
}

pub(crate) async fn send_register_code(
    State(world): State<Arc<World>>,
    Path((phone, pool)): Path<(String, String)>,
) -> Json<Value> {
    envelope::of("发送成功", send(&world, Purpose::SmsRegister, &phone, &pool))
}

fn send(world: &World, purpose: Purpose, phone: &str, pool: &str) -> Result<Value, ErrorResponse> {
    pools::check(world, pool)?;
    if !rules::is_phone(phone) {
        return Err(NO_IDENTITY);
    }
    messages::send_sms_code(world, purpose, phone)?;
    Ok(Value::Null)
}
