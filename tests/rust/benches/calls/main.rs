//! What the SDK costs: its own work, and a whole call beside the same call through the bare HTTP client and serde.
//!
//! `cargo bench --package authing-tests --bench calls`; with `-- --counts`, the own work alone. It fails where a count is over its
//! budget. Times are shown and not judged: a busy machine changes them.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints its figures, and ends where it fails")]

mod answers;
mod bare;
mod flight;
mod instructions;
mod own;
mod pin;
mod rs256;
mod same_response;
mod server;
mod timing;
mod wall;

use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    if let [instructions::CALL, name, calls] = &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        instructions::make(name, calls.parse().unwrap());
        return ExitCode::SUCCESS;
    }
    let within = own::print() & flight::print();
    if !arguments.iter().any(|argument| argument == "--counts") {
        rs256::print();
        wall::print();
    }
    if within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
