//! Many clients log in at once: `cargo run --release --package authing-tests --example load -- --seconds 30`.
//!
//! The emulator is a process of its own (this program, started again), so that its memory is its own.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a program for its developers: it ends where it fails")]

mod clients;
mod cpu;
mod emulator;
mod memory;

use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;

use crate::clients::Tally;
use crate::emulator::Emulator;
use crate::memory::Memory;

/// Many clients log in at once against an emulator.
#[derive(Parser)]
struct Options {
    /// How long
    #[arg(long, default_value_t = 30)]
    seconds: u64,
    /// How many clients
    #[arg(long, default_value_t = 200)]
    clients: usize,
    /// Be the emulator
    #[arg(long, hide = true)]
    emulator: bool,
}

fn main() -> ExitCode {
    let options = Options::parse();
    if options.emulator {
        emulator::serve();
        return ExitCode::SUCCESS;
    }
    let emulator = Emulator::start();
    // A third of the time is for caches and allocators to settle; from then on memory should be flat.
    let third = Duration::from_secs(options.seconds) / 3;
    let (tally, settled) = clients::run(&emulator, options.clients, third * 3, || {
        std::thread::sleep(third);
        emulator.memory()
    });
    report(&options, &tally, settled, emulator.memory());
    if tally.errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn report(options: &Options, tally: &Tally, settled: Memory, end: Memory) {
    let Options { seconds, clients, .. } = options;
    println!("{clients} clients, {seconds} s");
    println!("logins               {}", tally.logins);
    println!("logins per second    {:.0}", f64::from(tally.logins) / tally.took.as_secs_f64());
    println!("a login, median      {:.1} ms", tally.percentile(50).as_secs_f64() * 1e3);
    println!("a login, 99 of 100   {:.1} ms", tally.percentile(99).as_secs_f64() * 1e3);
    let cpu_time =
        tally.cpu_time_of_a_login().map_or("not known".to_owned(), |time| format!("{} µs", time.as_micros()));
    println!("a login, its CPU     {cpu_time} of the emulator");
    println!("errors               {}", tally.errors.len());
    println!("emulator after 1/3   {settled}");
    println!("emulator at the end  {end}");
    println!("clients at the end   {}", Memory::of("self"));
    if let Some(error) = tally.errors.first() {
        println!("the first error: {error}");
    }
}
