//! Authing's and WeChat's server side on the loopback.
#![forbid(unsafe_code)]

mod announcement;
mod apps;
mod options;
mod request_lines;

use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use options::Options;
use request_lines::RequestLines;

fn main() -> ExitCode {
    match run(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A closed stderr is no reason to fail differently.
            let _ = writeln!(io::stderr(), "authing-emulator: {}", with_causes(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Before the emulator starts, so that a caller that has seen a response can end the program.
    let end = runtime.block_on(async { shutdown_signal() })?;
    let lines = if options.quiet { None } else { Some(RequestLines::start()?) };
    let mut builder = options.builder()?;
    if let Some(lines) = lines.clone() {
        builder = builder.on_request(move |request| lines.add(request));
    }
    let emulator = builder.start()?;
    // A reader that has gone away does not end the emulator.
    let _ = announcement::write(&mut io::stdout().lock(), &emulator);
    let address = emulator.address();
    if !address.ip().is_loopback() {
        let _ = writeln!(
            io::stderr(),
            "WARNING: listening on {address}, beyond the loopback: every program that reaches this port can read and change everything here."
        );
    }
    runtime.block_on(end);
    emulator.stop()?;
    if let Some(lines) = lines {
        lines.finish();
    }
    Ok(())
}

/// Ends when the program is to end: at Ctrl-C, or when the system says so. It listens from when this returns.
#[cfg(unix)]
fn shutdown_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends when the program is to end: at Ctrl-C. It listens from when this returns.
#[cfg(windows)]
fn shutdown_signal() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

fn with_causes(error: &dyn Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
