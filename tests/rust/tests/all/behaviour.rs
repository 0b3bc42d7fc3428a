//! One behaviour: with any server, a call ends in the same typed error over every transport, within its timeout, and
//! nothing panics.
//!
//! [`case`] says how a case is played; the other modules are tables of cases and the few tests that are no table.

mod case;
mod logs;
mod mock;
mod redirects;
mod requests;
mod retries;
mod service_errors;
mod tls;
mod transport_errors;
mod unusual_responses;
