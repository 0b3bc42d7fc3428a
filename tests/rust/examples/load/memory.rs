//! What a process has in memory.

use std::fmt;

/// Resident memory now and at its peak, in KiB, where `/proc` tells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Memory {
    now: Option<u64>,
    peak: Option<u64>,
}

impl Memory {
    /// Of a process, by its id, or `self`.
    pub(crate) fn of(process: &str) -> Self {
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.trim().strip_suffix("kB")?.trim().parse().ok()
        };
        Self { now: field("VmRSS:"), peak: field("VmHWM:") }
    }
}

impl fmt::Display for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.now, self.peak) {
            (Some(now), Some(peak)) => write!(f, "{now} KiB resident, {peak} KiB at the peak"),
            _ => f.write_str("not known on this system"),
        }
    }
}
