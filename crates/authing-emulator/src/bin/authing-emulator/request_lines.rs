//! A line on the terminal for each request.

use std::io::{self, Write as _};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use authing_emulator::LoggedRequest;

/// The lines that may wait for a slow terminal. Those beyond are not printed: a reader that has stopped must not stop the
/// emulator.
const WAITING: usize = 1024;

/// What to call with each request.
pub(crate) fn printer() -> io::Result<impl Fn(&LoggedRequest) + Send + Sync + 'static> {
    let (sender, receiver): (SyncSender<String>, Receiver<String>) = sync_channel(WAITING);
    thread::Builder::new().name("request-lines".into()).spawn(move || print(&receiver))?;
    Ok(move |request: &LoggedRequest| {
        // Full, or without a reader: the line is lost.
        let _ = sender.try_send(request.to_string());
    })
}

fn print(lines: &Receiver<String>) {
    for line in lines {
        if writeln!(io::stdout(), "{line}").is_err() {
            return;
        }
    }
}
