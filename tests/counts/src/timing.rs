//! Times that a busy machine does not falsify.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How many samples a figure rests on.
const SAMPLES: usize = 1001;

/// What two ways of doing the same took.
pub struct Comparison {
    /// The median of the first.
    pub first: Duration,
    /// The median of the second.
    pub second: Duration,
    /// The median of the ratios of neighbouring samples: what disturbs the machine disturbs both.
    pub ratio: f64,
}

/// How long a call takes: the median of many samples.
pub fn measure<T>(calls: u32, mut call: impl FnMut() -> T) -> Duration {
    sample(calls, &mut call);
    median((0..SAMPLES).map(|_| sample(calls, &mut call)).collect())
}

/// Compares two ways of doing the same: a sample of the one, a sample of the other, and so on, each going first in turn.
pub fn compare<A, B>(calls: u32, mut first: impl FnMut() -> A, mut second: impl FnMut() -> B) -> Comparison {
    sample(calls, &mut first);
    sample(calls, &mut second);
    let pairs = (0..SAMPLES).map(|turn| {
        if turn % 2 == 0 {
            let a = sample(calls, &mut first);
            (a, sample(calls, &mut second))
        } else {
            let b = sample(calls, &mut second);
            (sample(calls, &mut first), b)
        }
    });
    let pairs: Vec<_> = pairs.collect();
    Comparison {
        first: median(pairs.iter().map(|&(a, _)| a).collect()),
        second: median(pairs.iter().map(|&(_, b)| b).collect()),
        ratio: median(pairs.iter().map(|&(a, b)| a.div_duration_f64(b)).collect()),
    }
}

/// The time of one call, over a few of them.
fn sample<T>(calls: u32, call: &mut impl FnMut() -> T) -> Duration {
    let started = Instant::now();
    for _ in 0..calls {
        black_box(call());
    }
    started.elapsed() / calls
}

fn median<T: PartialOrd + Copy>(mut samples: Vec<T>) -> T {
    samples.sort_by(|a, b| a.partial_cmp(b).unwrap());
    samples[samples.len() / 2]
}

/// A time in microseconds.
pub fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
