//! A transport that answers from memory, and times that a busy machine does not falsify: for this package's program, and for the
//! benches that compare whole calls.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a bench ends where it fails")]

pub mod answers;
mod same_response;
pub mod timing;

pub use same_response::SameResponse;
