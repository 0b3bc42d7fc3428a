//! The failed logins of each IP address, and the captcha that an address with too many of them needs.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::random;
use crate::errors::{CAPTCHA_NEEDED, ErrorResponse, WRONG_CODE};

/// So many failures…
const LIMIT: usize = 3;
/// … within so much time, and the next login needs a captcha.
const WINDOW: Duration = Duration::from_mins(5);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct LoginThrottle {
    by_ip: BTreeMap<IpAddr, LoginFailures>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct LoginFailures {
    failures: VecDeque<Timestamp>,
    captcha: Option<String>,
}

impl LoginThrottle {
    /// Counts a failed login.
    pub(crate) fn failed(&mut self, address: IpAddr, now: Timestamp) {
        self.by_ip.retain(|_, failures| failures.is_recent(now));
        let failures = self.by_ip.entry(address).or_default();
        failures.failures.push_back(now);
        if failures.failures.len() > LIMIT {
            failures.failures.pop_front();
        }
    }

    pub(crate) fn succeeded(&mut self, address: IpAddr) {
        self.by_ip.remove(&address);
    }

    /// Lets a login through, unless it needs a captcha and has not the right one. A captcha works for one try.
    pub(crate) fn admit(&mut self, address: IpAddr, answer: Option<&str>, now: Timestamp) -> Result<(), ErrorResponse> {
        let Some(expected) = self.captcha(address, now) else { return Ok(()) };
        let answer = answer.ok_or(CAPTCHA_NEEDED)?;
        if let Some(failures) = self.by_ip.get_mut(&address) {
            failures.captcha = None;
        }
        if answer == expected { Ok(()) } else { Err(WRONG_CODE) }
    }

    /// What the captcha for this address reads, if it needs one.
    pub(crate) fn captcha(&mut self, address: IpAddr, now: Timestamp) -> Option<String> {
        let failures = self.by_ip.get_mut(&address).filter(|failures| failures.is_too_much(now))?;
        Some(failures.captcha.get_or_insert_with(random::four_digits).clone())
    }
}

impl LoginFailures {
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

    fn by_ip() -> LoginThrottle {
        let mut throttle = LoginThrottle::default();
        (0..LIMIT).for_each(|_| throttle.failed(HERE, NOW));
        throttle
    }

    #[test]
    fn the_third_failure_asks_for_a_captcha_that_works_once() {
        let mut throttle = by_ip();
        assert_eq!(throttle.admit(HERE, None, NOW), Err(CAPTCHA_NEEDED));
        let captcha = throttle.captcha(HERE, NOW).expect("one is needed");
        assert_eq!(throttle.admit(HERE, Some(&captcha), NOW), Ok(()));
        assert_eq!(throttle.admit(HERE, Some("no"), NOW), Err(WRONG_CODE));
        throttle.succeeded(HERE);
        assert_eq!(throttle.admit(HERE, None, NOW), Ok(()));
    }

    #[test]
    fn failures_count_per_address_for_five_minutes() {
        let mut throttle = by_ip();
        assert_eq!(throttle.admit(Ipv4Addr::BROADCAST.into(), None, NOW), Ok(()));
        assert_eq!(throttle.admit(HERE, None, NOW.plus(WINDOW)), Ok(()));
    }
}
