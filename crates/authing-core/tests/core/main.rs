//! Holds the core to its promises: a scripted service, a fake clock, no port and no sleep.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod call;
mod catalogue;
mod documents;
mod envelopes;
mod flows;
mod owner;
mod qr;
mod retry;
mod session;
mod support;
