//! A transport that answers from memory, and times that a busy machine does not falsify: for this package's program, and for the
//! benches that compare whole calls.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a bench ends where it fails")]

pub mod answers;
mod memory;
pub mod timing;

pub use memory::Memory;
