//! The emulator, as a process of its own.

use std::env;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use authing_core::Config;

use crate::cpu;
use crate::memory::Memory;

/// A process that ends with this.
pub(crate) struct Emulator {
    process: Child,
    origin: String,
    pool: String,
    public_key: String,
}

/// What the process does: it says where it is, and serves until its standard input ends.
pub(crate) fn serve() {
    let emulator = authing_emulator::Emulator::start().unwrap();
    println!("{}\n{}\n{}", emulator.url(), emulator.user_pool_id(), emulator.public_key_pem());
    io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

impl Emulator {
    pub(crate) fn start() -> Self {
        let mut command = Command::new(env::current_exe().unwrap());
        let command = command.arg("--emulator").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
        let (origin, pool) = (lines.next().unwrap(), lines.next().unwrap());
        // An empty line ends the key.
        let public_key = lines.take_while(|line| !line.is_empty()).map(|line| line + "\n").collect();
        Self { process, origin, pool, public_key }
    }

    /// A client's settings for it.
    pub(crate) fn config(&self) -> Config {
        let config = Config::new(&self.pool).unwrap().with_origin(&self.origin).unwrap();
        config.with_public_key(&self.public_key).unwrap()
    }

    /// The CPU time that it has used so far.
    pub(crate) fn cpu_time(&self) -> Option<Duration> {
        cpu::time(self.process.id())
    }

    pub(crate) fn memory(&self) -> Memory {
        Memory::of(&self.process.id().to_string())
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
