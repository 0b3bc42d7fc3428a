//! Tests that cross crates: the same behaviour over every transport, the published clients' recorded calls, the documents.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod behaviour;
mod conformance;
mod documents;
mod files_of_a_call;
mod migrating;
mod openid_provider;
mod operations;
mod principals;
mod today;
mod today_v3;
