//! Holds the core to its promises: a scripted service, a fake clock, no port and no sleep.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::unnecessary_wraps, reason = "an answer may be a fault")]

mod application;
mod call;
mod catalogue;
mod contract;
mod documents;
mod encoding;
mod envelopes;
mod errors;
mod false_success;
mod flows;
mod leaks;
mod options;
mod org_tree;
mod owner;
mod pages;
mod principals;
mod properties;
mod qr;
mod retry;
mod session;
mod support;
mod types;
mod v3;
mod verifier;
