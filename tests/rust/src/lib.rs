//! What the tests share.
#![forbid(unsafe_code)]
#![allow(clippy::missing_panics_doc, clippy::unwrap_used, reason = "a test fails by panicking")]

pub mod graphql;
pub mod misbehaving_server;
pub mod recorder;
pub mod test_client;
pub mod tls_server;
pub mod wire;
