//! A real Redis, as a child process on a free port.

use std::io::{BufRead as _, BufReader, ErrorKind};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

use crate::Result;

pub(super) struct RedisServer {
    pub(super) url: String,
    process: Child,
    _folder: tempfile::TempDir,
}

impl RedisServer {
    /// Starts it. `None` where no `redis-server` is installed, which is an error in CI.
    pub(super) fn start() -> Result<Option<Self>> {
        // Another program may take the free port first.
        for _ in 0..5 {
            let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
            let folder = tempfile::tempdir()?;
            let mut command = Command::new("redis-server");
            command.args(["--bind", "127.0.0.1", "--save", "", "--port"]).arg(port.to_string());
            command.arg("--dir").arg(folder.path()).stdout(Stdio::piped());
            let mut process = match command.spawn() {
                Err(error) if error.kind() == ErrorKind::NotFound => return skip(),
                process => process?,
            };
            let output = process.stdout.take().ok_or("no output")?;
            let mut lines = BufReader::new(output).lines().map_while(std::io::Result::ok);
            let server = Self { url: format!("redis://127.0.0.1:{port}"), process, _folder: folder };
            if lines.any(|line| line.contains("Ready to accept connections")) {
                return Ok(Some(server));
            }
        }
        Err("redis-server does not start".into())
    }
}

#[allow(clippy::print_stderr, reason = "a test says what it leaves out")]
fn skip() -> Result<Option<RedisServer>> {
    if std::env::var_os("CI").is_some_and(|value| !value.is_empty()) {
        return Err("redis-server is not installed, and CI skips nothing".into());
    }
    eprintln!("skipped the test of two instances: `redis-server` was not found");
    Ok(None)
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
