//! Tests of the mini-program crate: the adapter over a mock of `wx`, and the package's Rust half as JavaScript drives it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod package;
mod wx;
