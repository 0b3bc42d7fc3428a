//! What is tried again, and how often.

use std::time::Duration;

/// When a request that failed is sent again.
///
/// Only requests that change nothing and use nothing up are repeated: GraphQL queries and plain reads. A login, an update, a
/// single-use code is sent once. Repeated are: no connection, a broken connection, HTTP 502, 503 and 504, and the service's
/// code 1000 (busy); a timeout is not, since the caller has waited long enough.
///
/// Waits grow by doubling from [`initial_backoff`](Self::initial_backoff) up to [`max_backoff`](Self::max_backoff), each shortened
/// by a random part of up to half (jitter), so that a crowd of clients does not return at once. `Retry-After` (RFC 9110,
/// section 10.2.3) is honoured when it is longer; one longer than the longest wait ends the attempts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    /// How often a request is sent at most, the first time included.
    pub max_attempts: u32,
    /// The first wait.
    pub initial_backoff: Duration,
    /// The longest wait.
    pub max_backoff: Duration,
}

impl Default for RetryPolicy {
    /// Three attempts, 200 ms, 5 s.
    fn default() -> Self {
        Self { max_attempts: 3, initial_backoff: Duration::from_millis(200), max_backoff: Duration::from_secs(5) }
    }
}

impl RetryPolicy {
    /// Nothing is sent twice.
    pub fn disabled() -> Self {
        Self { max_attempts: 1, ..Self::default() }
    }

    /// The wait before attempt number `attempt + 1`, or `None` when there is none. `jitter` is random, and `asked` is what
    /// `Retry-After` said.
    pub(crate) fn wait(&self, attempt: u32, jitter: u32, asked: Option<Duration>) -> Option<Duration> {
        if attempt >= self.max_attempts {
            return None;
        }
        let doubled = self.initial_backoff.saturating_mul(1 << (attempt - 1).min(16)).min(self.max_backoff);
        // Not `Duration::mul_f64`, which panics when rounding takes the longest of durations past its end.
        let shortened = doubled.as_secs_f64() * (1.0 - f64::from(jitter) / f64::from(u32::MAX) / 2.0);
        let wait = Duration::try_from_secs_f64(shortened).unwrap_or(doubled);
        match asked {
            Some(asked) if asked > self.max_backoff => None,
            Some(asked) => Some(asked.max(wait)),
            None => Some(wait),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest_and_end() {
        let policy = RetryPolicy { max_attempts: 8, ..RetryPolicy::default() };
        let waits: Vec<_> = (1..8).map(|attempt| policy.wait(attempt, 0, None).unwrap().as_millis()).collect();
        assert_eq!(waits, [200, 400, 800, 1600, 3200, 5000, 5000]);
        assert_eq!(policy.wait(8, 0, None), None);
        assert_eq!(policy.wait(1, u32::MAX, None), Some(Duration::from_millis(100)));
        let endless = RetryPolicy { initial_backoff: Duration::MAX, max_backoff: Duration::MAX, ..policy };
        assert_eq!(endless.wait(7, 0, None), Some(Duration::MAX));
    }

    #[test]
    fn retry_after_is_honoured_within_reason() {
        let policy = RetryPolicy::default();
        assert_eq!(policy.wait(1, 0, Some(Duration::from_secs(2))), Some(Duration::from_secs(2)));
        assert_eq!(policy.wait(1, 0, Some(Duration::from_mins(1))), None);
        assert_eq!(RetryPolicy::disabled().wait(1, 0, None), None);
    }
}
