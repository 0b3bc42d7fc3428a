//! The CPU time that a process has used.

use std::fs;
use std::time::Duration;

/// Of all threads that a process has now, where `/proc` tells. The process is named by its id.
pub(crate) fn time(process: u32) -> Option<Duration> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).ok()?;
    let nanos = threads.map(|thread| {
        let schedule = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        schedule.split(' ').next()?.parse::<u64>().ok()
    });
    nanos.sum::<Option<u64>>().map(Duration::from_nanos)
}
