//! Who has failed to log in too often, by network address, and the captcha that lets them try again.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::answers::{CAPTCHA_NEEDED, Refusal, WRONG_CODE};
use crate::clock::Timestamp;
use crate::crypto::random;

/// So many failures…
const LIMIT: usize = 3;
/// … within so much time, and the next login needs a captcha.
const WINDOW: Duration = Duration::from_mins(5);

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Guard {
    troubled: BTreeMap<IpAddr, Trouble>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Trouble {
    failures: VecDeque<Timestamp>,
    captcha: Option<String>,
}

impl Guard {
    /// Counts a failed login.
    pub(crate) fn failed(&mut self, address: IpAddr, now: Timestamp) {
        self.troubled.retain(|_, trouble| trouble.is_recent(now));
        let trouble = self.troubled.entry(address).or_default();
        trouble.failures.push_back(now);
        if trouble.failures.len() > LIMIT {
            trouble.failures.pop_front();
        }
    }

    pub(crate) fn succeeded(&mut self, address: IpAddr) {
        self.troubled.remove(&address);
    }

    /// Lets a login through, unless it needs a captcha and has not the right one. A captcha works for one try.
    pub(crate) fn admit(&mut self, address: IpAddr, answer: Option<&str>, now: Timestamp) -> Result<(), Refusal> {
        let Some(expected) = self.captcha(address, now) else { return Ok(()) };
        let answer = answer.ok_or(CAPTCHA_NEEDED)?;
        if let Some(trouble) = self.troubled.get_mut(&address) {
            trouble.captcha = None;
        }
        if answer == expected { Ok(()) } else { Err(WRONG_CODE) }
    }

    /// What the captcha for this address reads, if it needs one.
    pub(crate) fn captcha(&mut self, address: IpAddr, now: Timestamp) -> Option<String> {
        let trouble = self.troubled.get_mut(&address).filter(|trouble| trouble.is_too_much(now))?;
        Some(trouble.captcha.get_or_insert_with(random::four_digits).clone())
    }
}

impl Trouble {
    fn is_recent(&self, now: Timestamp) -> bool {
        self.failures.back().is_some_and(|at| now < at.plus(WINDOW))
    }

    fn is_too_much(&self, now: Timestamp) -> bool {
        self.failures.len() == LIMIT && self.failures.front().is_some_and(|at| now < at.plus(WINDOW))
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
    const NOW: Timestamp = Timestamp::EPOCH;

    fn troubled() -> Guard {
        let mut guard = Guard::default();
        (0..LIMIT).for_each(|_| guard.failed(HERE, NOW));
        guard
    }

    #[test]
    fn the_third_failure_asks_for_a_captcha_that_works_once() {
        let mut guard = troubled();
        assert_eq!(guard.admit(HERE, None, NOW), Err(CAPTCHA_NEEDED));
        let captcha = guard.captcha(HERE, NOW).expect("one is needed");
        assert_eq!(guard.admit(HERE, Some(&captcha), NOW), Ok(()));
        assert_eq!(guard.admit(HERE, Some("no"), NOW), Err(WRONG_CODE));
        guard.succeeded(HERE);
        assert_eq!(guard.admit(HERE, None, NOW), Ok(()));
    }

    #[test]
    fn failures_are_forgotten_after_five_minutes_and_are_nobody_elses() {
        let mut guard = troubled();
        assert_eq!(guard.admit(Ipv4Addr::BROADCAST.into(), None, NOW), Ok(()));
        assert_eq!(guard.admit(HERE, None, NOW.plus(WINDOW)), Ok(()));
    }
}
