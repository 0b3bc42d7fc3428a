//! The adapter over a mock of `wx`, ability by ability, and its flows stepped by hand with a fake clock: no sleep, no thread.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod auto_refresh;
mod avatar;
mod cancelled;
mod contract;
mod crowd;
mod debug;
mod encrypted_data;
mod faults;
mod given;
mod hanging;
mod login;
mod phone;
mod prepare;
mod requests;
mod sharing;
mod silent;
mod stale;
mod stepped;
mod storage;
mod threads;
