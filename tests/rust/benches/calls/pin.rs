//! Each side on a core of its own: otherwise the scheduler decides how the figures come out.

/// The core of the measuring thread, and of all that a client starts.
pub(crate) const CLIENT: usize = 0;
/// The core of the server.
pub(crate) const SERVER: usize = 1;

/// Keeps this thread, and those that it starts, on a core. On a machine with one core, or another system than Linux, nothing
/// happens.
pub(crate) fn to(core: usize) {
    #[cfg(target_os = "linux")]
    {
        let mut cores = rustix::thread::CpuSet::new();
        cores.set(core);
        let _ = rustix::thread::sched_setaffinity(None, &cores);
    }
    #[cfg(not(target_os = "linux"))]
    let _ = core;
}
