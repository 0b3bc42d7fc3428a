//! The rest of a timeout.

use std::time::{Duration, Instant};

use ureq::Error;
use ureq::unversioned::transport::{NextTimeout, time};

/// The time to wait for one response. ureq waits for a proxy's response with the same timeout before each part of it: a proxy that sends
/// a byte now and then would never time out.
#[derive(Debug, Default)]
pub(crate) struct Countdown(Option<(NextTimeout, Instant)>);

impl Countdown {
    /// The rest of the first timeout that was set for this reason.
    pub(crate) fn left(&mut self, timeout: NextTimeout) -> Result<NextTimeout, Error> {
        let known = self.0.filter(|(first, _)| first.reason == timeout.reason);
        let (first, began) = *self.0.insert(known.unwrap_or_else(|| (timeout, Instant::now())));
        less(first, began.elapsed())
    }

    /// Begins again with the next timeout.
    pub(crate) fn reset(&mut self) {
        self.0 = None;
    }
}

/// The rest of a timeout after a part of the time. One that is over is an error.
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
    fn what_looking_up_takes_is_missing_afterwards() {
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
        let (long, short) = (timeout(Timeout::Connect, LONG), timeout(Timeout::Connect, Duration::from_nanos(1)));
        let mut countdown = Countdown::default();
        assert!(*countdown.left(long).unwrap().after <= LONG);
        assert!(*countdown.left(timeout(Timeout::Connect, 2 * LONG)).unwrap().after <= LONG);
        assert!(*countdown.left(timeout(Timeout::RecvBody, 2 * LONG)).unwrap().after > LONG);
        countdown.reset();
        assert!(countdown.left(short).is_err());
        assert!(countdown.left(long).is_err(), "the first is over");
    }
}
