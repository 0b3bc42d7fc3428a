//! Codes by SMS. They go to the inbox, wherever the number is.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde_json::Value;

use super::envelope;
use crate::answers::{NO_IDENTITY, Refusal};
use crate::rules;
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

fn send(world: &World, purpose: Purpose, phone: &str, pool: &str) -> Result<Value, Refusal> {
    world.check_pool(pool)?;
    if !rules::is_phone(phone) {
        return Err(NO_IDENTITY);
    }
    world.text_code(purpose, phone)?;
    Ok(Value::Null)
}
