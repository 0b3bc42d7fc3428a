//! What a whole call costs, beside the same call through the bare HTTP client and serde; what a signature costs, beside `ring`.
//!
//! `cargo bench --package authing-tests --bench calls`. What the SDK does by itself is in the package `authing-counts`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints its figures, and ends where it fails")]

mod bare;
mod pin;
mod rs256;
mod server;
mod wall;

fn main() {
    rs256::print();
    wall::print();
}
