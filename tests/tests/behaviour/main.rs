//! One behaviour: whatever a server does, a call ends in the same typed error over every transport, within its timeout, and
//! nothing panics.
//!
//! [`case`] says how a case is played; the other modules are tables of cases and the few tests that are no table.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod case;
mod faults;
mod mock;
mod oddities;
mod redirects;
mod refusals;
mod requests;
mod retries;
mod tls;
