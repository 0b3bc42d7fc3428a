//! A line on the terminal for each request.

use std::io::{self, Write as _};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use authing_emulator::LoggedRequest;

/// The lines that may wait for a slow terminal. Those beyond are not printed: a reader that has stopped must not stop the
/// emulator.
const WAITING: usize = 1024;

/// How long the program's end waits for the lines that are still to be printed.
const LAST_LINES: Duration = Duration::from_secs(2);

enum Message {
    Line(String),
    /// To be answered when each line before it is printed.
    Printed(SyncSender<()>),
}

/// The thread that prints, so that a slow terminal makes no request wait.
#[derive(Clone)]
pub(crate) struct RequestLines {
    messages: SyncSender<Message>,
}

impl RequestLines {
    pub(crate) fn start() -> io::Result<Self> {
        let (messages, receiver) = sync_channel(WAITING);
        thread::Builder::new().name("request-lines".into()).spawn(move || print(&receiver))?;
        Ok(Self { messages })
    }

    /// Prints a request's line soon.
    pub(crate) fn add(&self, request: &LoggedRequest) {
        // Full, or without a reader: the line is lost.
        let _ = self.messages.try_send(Message::Line(request.to_string()));
    }

    /// Waits until what was added is printed, but not for a reader that has stopped.
    pub(crate) fn finish(&self) {
        let (printed, waiting) = sync_channel(1);
        if self.messages.try_send(Message::Printed(printed)).is_ok() {
            // Late, or without a reader: the rest is lost.
            let _ = waiting.recv_timeout(LAST_LINES);
        }
    }
}

fn print(messages: &Receiver<Message>) {
    for message in messages {
        match message {
            Message::Line(line) => {
                if writeln!(io::stdout(), "{line}").is_err() {
                    return;
                }
            }
            Message::Printed(printed) => {
                let _ = printed.try_send(());
            }
        }
    }
}
