//! What the tests share.
#![forbid(unsafe_code)]
#![allow(clippy::missing_panics_doc, clippy::unwrap_used, reason = "a test fails by panicking")]

pub mod graphql;
pub mod hostile;
pub mod over;
pub mod recorder;
pub mod scripted;
pub mod wire;
