//! The policy for retries.

use std::time::Duration;

/// The rules for sending a failed request again.
///
/// Only operations that are [`RETRYABLE`](crate::Operation::RETRYABLE) are sent again: GraphQL queries and plain reads. A login, an
/// update or a single-use code is sent once. Retryable errors are: no connection, a lost connection, HTTP 429, 502, 503 and 504,
/// the service's code 1000 (busy), and the codes of today's service that pass. A timeout is not retryable: the caller has waited
/// long enough. An administrator's change that came too soon (HTTP 429) is sent again, too: the service has done nothing.
///
/// The wait doubles from [`initial_backoff`](Self::initial_backoff) up to [`max_backoff`](Self::max_backoff). A random part of up
/// to half of it is subtracted (jitter), so that many clients do not return at the same time. A longer `Retry-After` (RFC 9110,
/// section 10.2.3) takes its place; one longer than `max_backoff` ends the attempts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    /// The number of attempts, the first included.
    pub max_attempts: u32,
    /// The wait before the second attempt.
    pub initial_backoff: Duration,
    /// The longest wait between two attempts.
    pub max_backoff: Duration,
}

impl Default for RetryPolicy {
    /// 3 attempts, 200 ms, 5 s.
    fn default() -> Self {
        Self { max_attempts: 3, initial_backoff: Duration::from_millis(200), max_backoff: Duration::from_secs(5) }
    }
}

impl RetryPolicy {
    /// One attempt: no request is sent twice.
    pub fn disabled() -> Self {
        Self { max_attempts: 1, ..Self::default() }
    }

    /// The wait after attempt number `attempt`, or `None` if it was the last. `jitter` is random; `asked` is the value of
    /// `Retry-After`.
    pub(crate) fn wait(&self, attempt: u32, jitter: u32, asked: Option<Duration>) -> Option<Duration> {
        if attempt >= self.max_attempts {
            return None;
        }
        let doubled = self.initial_backoff.saturating_mul(1 << (attempt - 1).min(16)).min(self.max_backoff);
        // Up to a half, in steps of whole numbers: no product panics, and the package has no code for floats.
        let shorter = (doubled / 2).saturating_mul(jitter >> 16) / u32::from(u16::MAX);
        let wait = doubled.saturating_sub(shorter);
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
