//! The clients, on one runtime.

use std::time::{Duration, Instant};

use authing_core::account::Register;
use authing_core::login::Login;
use authing_reqwest::{Client, Error};
use tokio::runtime::{Builder, Handle};
use tokio::task::JoinHandle;

use crate::emulator::Emulator;

const PASSWORD: &str = "correct horse battery staple";

/// What came of it.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) logins: u32,
    pub(crate) errors: Vec<Error>,
    pub(crate) took: Duration,
    /// The emulator's CPU time for all of them.
    pub(crate) cpu_time: Option<Duration>,
    /// How long each login took; sorted at the end.
    times: Vec<Duration>,
}

impl Tally {
    /// How long a login takes at most, for so many of a hundred.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let last = self.times.len().saturating_sub(1);
        self.times.get(last * percent / 100).copied().unwrap_or_default()
    }

    /// The emulator's CPU time for one of them.
    pub(crate) fn cpu_time_of_a_login(&self) -> Option<Duration> {
        self.cpu_time?.checked_div(self.logins)
    }

    fn add(&mut self, other: Self) {
        self.logins += other.logins;
        self.errors.extend(other.errors);
        self.times.extend(other.times);
    }
}

/// Registers as many users as there are clients, then lets all log in for `time`, again and again. Meanwhile `watch` runs.
pub(crate) fn run<T>(emulator: &Emulator, clients: usize, time: Duration, watch: impl FnOnce() -> T) -> (Tally, T) {
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let clients =
        (0..clients).map(|number| (Client::new(emulator.config()).unwrap(), format!("user{number}@example.com")));
    let clients: Vec<_> = clients.collect();
    for (client, email) in &clients {
        runtime.block_on(client.register(Register::email(email, PASSWORD))).unwrap();
    }
    let (started, cpu_before) = (Instant::now(), emulator.cpu_time());
    let tasks: Vec<_> =
        clients.into_iter().map(|(client, email)| spawn(runtime.handle(), client, email, started + time)).collect();
    let watched = watch();
    let mut tally = Tally::default();
    for task in tasks {
        tally.add(runtime.block_on(task).unwrap());
    }
    tally.took = started.elapsed();
    tally.cpu_time = emulator.cpu_time().zip(cpu_before).map(|(after, before)| after.saturating_sub(before));
    tally.times.sort();
    (tally, watched)
}

fn spawn(on: &Handle, client: Client, email: String, until: Instant) -> JoinHandle<Tally> {
    on.spawn(async move {
        let mut tally = Tally::default();
        while Instant::now() < until {
            let started = Instant::now();
            match client.login(Login::email(&email, PASSWORD)).await {
                Ok(_) => tally.logins += 1,
                Err(error) => tally.errors.push(error),
            }
            tally.times.push(started.elapsed());
        }
        tally
    })
}
