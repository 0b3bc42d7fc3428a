//! What the SDK costs: its own time, and a whole call beside the same bytes through the bare HTTP client.
//!
//! `cargo bench --package authing-tests --bench calls`

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints its figures, and ends where it fails")]

mod answers;
mod bare;
mod memory;
mod own;
mod rs256;
mod server;
mod timing;
mod wall;

use std::time::Duration;

fn main() {
    own::print();
    rs256::print();
    wall::print();
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
