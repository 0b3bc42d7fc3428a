//! Logins by redirect, against a provider by script.

mod code_flow;
pub(crate) mod provider;
