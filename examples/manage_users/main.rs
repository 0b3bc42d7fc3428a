//! The daily work of a back end with today's service: `cargo run --example manage_users`.
//!
//! It imports the employees of a CSV file, creates their departments and roles, puts them into these, searches, ends the sessions of
//! one of them, and prints a report. Each step is one small file: read `day.rs` first.
//!
//! Without settings it runs against an emulator that it starts. With `AUTHING_ACCESS_KEY_ID` and `AUTHING_ACCESS_KEY_SECRET` it runs
//! against a service: the public one, or that of `AUTHING_HOST`. There it changes the pool, so the file must be named:
//! `cargo run --example manage_users -- --employees employees.csv`. `--help` lists the options.
//!
//! A second run with the same file creates nothing: an employee is known by the number, which is the user's `externalId`. To see it,
//! keep an emulator running (`cargo run -p authing-emulator`), and take its URL, its pool's id and its pool's secret for the three
//! variables.

#![allow(clippy::print_stdout, reason = "an example prints")]

mod day;
mod departments;
mod employees;
mod import;
mod options;
mod report;
mod roles;
mod service;
mod sessions;
#[cfg(test)]
mod tests;

use clap::Parser as _;
use indicatif::{ProgressBar, ProgressStyle};

use crate::options::Options;
use crate::service::Service;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let options = Options::parse();
    let service = Service::from_environment()?;
    // It is drawn on standard error, and only on a terminal: the report can be piped.
    let bar = ProgressBar::no_length()
        .with_style(ProgressStyle::with_template("{msg:10} {wide_bar} {pos}/{len}, {eta} left")?)
        .with_message("importing");
    print!("{}", day::run(&service, &options, &bar)?);
    Ok(())
}
