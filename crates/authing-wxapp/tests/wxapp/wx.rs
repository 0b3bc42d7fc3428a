//! The adapter over a mock of `wx`, ability by ability, and its flows stepped by hand with a fake clock: no sleep, no thread.

mod auto_refresh;
mod avatar;
mod cancelled;
mod concurrency;
mod contract;
mod debug;
mod encrypted_data;
mod explicit_code;
mod flow_states;
mod hanging;
mod login;
mod old_key;
mod phone;
mod prepare;
mod requests;
mod sharing;
mod silent;
mod stale;
mod storage;
mod threads;
mod transport_errors;
