//! What the SDK does by itself, nothing sent: `cargo run --release --package authing-counts`.
//!
//! It fails where a count is over its budget. Times are shown and not judged: a busy machine changes them.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints its figures, and ends where it fails")]

mod flight;
mod instructions;
mod own;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    if let [instructions::CALL, name, calls] = &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        instructions::make(name, calls.parse().unwrap());
        return ExitCode::SUCCESS;
    }
    let within = own::print() & flight::print();
    if within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
