//! What the tests share: a service by script, a driver with a bound, situations, tokens.

pub(crate) mod answers;
mod drive;
pub(crate) mod jwt;
mod scenario;

use authing_core::Error;
pub(crate) use authing_scripted::{Answer, NOW, ScriptedService, Sent};

pub(crate) use self::drive::{BOUND, drive_bounded, perform, poll_twice, run};
pub(crate) use self::jwt::token_until;
pub(crate) use self::scenario::{SEED, Scenario, after, context_for};

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
