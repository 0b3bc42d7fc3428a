//! The emulator's own time: the machine's, plus what a test has let pass.

use std::num::NonZero;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::iso8601::{Config, TimePrecision};
use time::format_description::well_known::{Iso8601, Rfc2822, Rfc3339};

/// 9990-01-01T00:00:00Z: years of more digits are not ISO 8601 as clients read it, and tokens issued then still need an end.
const LATEST_NOW: i64 = 253_086_768_000_000;
/// 9999-12-31T23:59:59.999Z.
const LATEST: i64 = 253_402_300_799_999;

const MILLISECONDS: Iso8601<
    {
        let three_digits = TimePrecision::Second { decimal_digits: NonZero::new(3) };
        Config::DEFAULT.set_time_precision(three_digits).encode()
    },
> = Iso8601;

/// A clock that only a test can push forward.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    advanced_millis: AtomicI64,
}

impl Clock {
    pub(crate) fn now(&self) -> Timestamp {
        let now = machine_millis().saturating_add(self.advanced_millis.load(Ordering::SeqCst));
        Timestamp(now.clamp(0, LATEST_NOW))
    }

    pub(crate) fn advance(&self, by: Duration) {
        let add = |advanced: i64| Some(advanced.saturating_add(millis(by)));
        // It always has a value to add to.
        let _ = self.advanced_millis.fetch_update(Ordering::SeqCst, Ordering::SeqCst, add);
    }

    /// Sets the time, forward or back.
    pub(crate) fn set(&self, to: Timestamp) {
        self.set_advanced_millis(to.0.saturating_sub(machine_millis()));
    }

    /// How far it was pushed, to be set again later.
    pub(crate) fn advanced_millis(&self) -> i64 {
        self.advanced_millis.load(Ordering::SeqCst)
    }

    pub(crate) fn set_advanced_millis(&self, millis: i64) {
        self.advanced_millis.store(millis, Ordering::SeqCst);
    }
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self(millis(time.duration_since(UNIX_EPOCH).unwrap_or_default()))
    }
}

impl From<Timestamp> for SystemTime {
    fn from(Timestamp(millis): Timestamp) -> Self {
        UNIX_EPOCH + Duration::from_millis(millis.unsigned_abs())
    }
}

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Timestamp(i64);

impl Timestamp {
    #[cfg(test)]
    pub(crate) const EPOCH: Self = Self(0);

    pub(crate) fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// Whole seconds, as in a token's `iat` and `exp`.
    pub(crate) fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    pub(crate) fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(millis(span)).min(LATEST))
    }

    /// A date of ISO 8601, with its offset (RFC 3339). One before 1970 is none.
    pub(crate) fn from_iso(text: &str) -> Option<Self> {
        let date = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        i64::try_from(date.unix_timestamp_nanos() / 1_000_000).ok().filter(|millis| *millis >= 0).map(Self)
    }

    pub(crate) fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    pub(crate) fn millis(self) -> i64 {
        self.0
    }

    /// A date as HTTP has it (RFC 9110, section 5.6.7), such as `Fri, 02 Jan 2026 03:04:05 GMT`.
    pub(crate) fn from_http_date(text: &str) -> Option<Self> {
        OffsetDateTime::parse(text, &Rfc2822).ok().map(|date| Self::from_seconds(date.unix_timestamp()))
    }

    /// ISO 8601 in UTC with milliseconds, as JavaScript writes its dates: two of them compare as text.
    pub(crate) fn iso(self) -> String {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000)
            .ok()
            .and_then(|date| date.format(&MILLISECONDS).ok())
            .unwrap_or_default()
    }
}

fn machine_millis() -> i64 {
    millis(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default())
}

fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advancing_moves_now_and_can_be_taken_back() {
        let clock = Clock::default();
        let before = clock.now();
        clock.advance(Duration::from_hours(1));
        assert!(clock.now() >= before.plus(Duration::from_hours(1)));
        clock.set_advanced_millis(0);
        assert!(clock.now() < before.plus(Duration::from_mins(1)));
    }

    #[test]
    fn a_date_is_written_as_iso_8601() {
        assert_eq!(Timestamp::from_seconds(1_577_836_800).iso(), "2020-01-01T00:00:00.000Z");
    }

    #[test]
    fn http_date_is_read_to_the_second() {
        let date = Timestamp::from_http_date("Fri, 02 Jan 2026 03:04:05 GMT").expect("a date");
        assert_eq!(date.seconds(), 1_767_323_045);
        assert!(Timestamp::from_http_date("yesterday").is_none());
    }
}
