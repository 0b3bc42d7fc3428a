//! Today's REST API: its envelope, its next steps, passwords, the administrator's token, pages and batches.

mod envelope;
mod management;
mod messages;
mod passwords;
mod sign_in;

use std::sync::Arc;

use authing_core::v3::PasswordEncryption;
use authing_core::{
    ApplicationConfig, ApplicationContext, AuthenticationClient, ManagementClient, ManagementConfig, RetryPolicy,
};
use serde_json::{Value, json};

use crate::support::answers::json_body;
use crate::support::{Answer, SEED, ScriptedService};

const HOST: &str = "https://shop.authing.example";

fn config() -> ApplicationConfig {
    ApplicationConfig::new("5e05bbf2d51b3761d5c71071", HOST).unwrap()
}

fn application(service: &ScriptedService) -> AuthenticationClient<ScriptedService> {
    AuthenticationClient::from_parts(config(), service.clone(), &SEED)
}

fn context(encryption: PasswordEncryption) -> Arc<ApplicationContext> {
    ApplicationContext::new(config().with_password_encryption(encryption), &SEED)
}

fn administrator(service: &ScriptedService) -> ManagementClient<ScriptedService> {
    let config = ManagementConfig::new("pool", "secret").unwrap().with_host(HOST).unwrap();
    ManagementClient::from_parts(config.with_retry(RetryPolicy::default()), service.clone(), &SEED)
}

/// A success.
fn done(data: &Value) -> Answer {
    json_body(&json!({ "statusCode": 200, "message": "", "data": data }))
}

/// A service error, with HTTP 200.
fn refused(status: i64, api_code: i64) -> Answer {
    json_body(&json!({ "statusCode": status, "apiCode": api_code, "message": "no", "requestId": "r-1" }))
}
