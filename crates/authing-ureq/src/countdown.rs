//! The time that is left of a timeout.

use std::time::{Duration, Instant};

use ureq::Error;
use ureq::unversioned::transport::{NextTimeout, time};

/// The first timeout of a response, and when it began. Before each part of a proxy's response, ureq waits with the whole timeout: without
/// this, a proxy that sends a byte now and then would never time out.
#[derive(Debug, Default)]
pub(crate) struct Countdown(Option<(NextTimeout, Instant)>);

impl Countdown {
    /// The time that is left of the first timeout for this reason. Another reason, such as the body's, begins a countdown of its own.
    ///
    /// # Errors
    ///
    /// `Timeout` if no time is left.
    pub(crate) fn left(&mut self, timeout: NextTimeout) -> Result<NextTimeout, Error> {
        let running = self.0.filter(|(first, _)| first.reason == timeout.reason);
        let (first, began) = *self.0.insert(running.unwrap_or_else(|| (timeout, Instant::now())));
        less(first, began.elapsed())
    }

    /// The next timeout begins a new countdown.
    pub(crate) fn reset(&mut self) {
        self.0 = None;
    }
}

/// The timeout that is left after some of it was spent.
///
/// # Errors
///
/// `Timeout` if no time is left.
pub(crate) fn less(mut timeout: NextTimeout, spent: Duration) -> Result<NextTimeout, Error> {
    if let time::Duration::Exact(after) = timeout.after {
        let left = after.checked_sub(spent).filter(|left| !left.is_zero());
        timeout.after = time::Duration::Exact(left.ok_or(Error::Timeout(timeout.reason))?);
    }
    Ok(timeout)
}

#[cfg(test)]
mod tests {
    use ureq::Timeout;

    use super::*;

    const LONG: Duration = Duration::from_secs(30);

    #[test]
    fn spent_time_is_subtracted_from_a_timeout() {
        let timeout = |after| NextTimeout { after, reason: Timeout::Connect, ..NextTimeout::default() };
        let five = timeout(time::Duration::from_secs(5));
        assert_eq!(less(five, Duration::from_secs(2)).unwrap(), timeout(time::Duration::from_secs(3)));
        for spent in [5, 6] {
            let error = less(five, Duration::from_secs(spent)).unwrap_err();
            assert!(matches!(error, Error::Timeout(Timeout::Connect)), "{error}");
        }
        let never = timeout(time::Duration::NotHappening);
        assert_eq!(less(never, LONG).unwrap(), never);
    }

    #[test]
    fn second_wait_has_the_rest_of_the_first() {
        let timeout =
            |reason, after| NextTimeout { after: time::Duration::Exact(after), reason, ..NextTimeout::default() };
        let connect = |after| timeout(Timeout::Connect, after);
        let mut countdown = Countdown::default();
        assert!(*countdown.left(connect(LONG)).unwrap().after <= LONG);
        assert!(*countdown.left(connect(2 * LONG)).unwrap().after <= LONG);
        assert!(*countdown.left(timeout(Timeout::RecvBody, 2 * LONG)).unwrap().after > LONG, "another reason");
        countdown.reset();
        assert!(countdown.left(connect(Duration::from_nanos(1))).is_err());
        assert!(countdown.left(connect(LONG)).is_err(), "no time is left of the first");
    }
}
