//! Logins by redirect, against a provider by script.

mod awaited;
mod callback;
mod code_flow;
mod contract;
mod discovery;
mod endpoints;
mod id_tokens;
mod keys;
pub(crate) mod provider;
mod refresh;
