//! What the tests share: a scripted world with a fake clock, a driver with a bound, situations, tokens.

pub(crate) mod answers;
mod drive;
pub(crate) mod jwt;
mod scenario;
mod scripted_service;

use authing_core::{Error, Timestamp};

pub(crate) use self::drive::{BOUND, drive_bounded, perform, poll_twice, run};
pub(crate) use self::jwt::token_until;
pub(crate) use self::scenario::{SEED, Scenario, after, context_for};
pub(crate) use self::scripted_service::{Answer, ScriptedService, Sent};

/// When every test begins.
pub(crate) const NOW: Timestamp = Timestamp::from_secs(1_600_000_000);
pub(crate) const POOL: &str = "59f86b4832eb28071bdd9214";
pub(crate) const USER: &str = "5e05bbf2d51b3761d5c71070";

/// Every text that a log of an error can show: `Display` and `Debug`, of the error and its sources.
pub(crate) fn rendered(error: &Error) -> String {
    let mut seen = format!("{error}\n{error:?}\n{error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        seen = format!("{seen}\n{error}\n{error:?}");
        source = error.source();
    }
    seen
}

/// A property test of so many cases, which leaves no files behind.
pub(crate) fn tries(cases: u32) -> proptest::test_runner::Config {
    proptest::test_runner::Config { failure_persistence: None, ..proptest::test_runner::Config::with_cases(cases) }
}
