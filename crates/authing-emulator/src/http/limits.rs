//! The sizes that the server accepts.

/// The largest request body, in bytes: an avatar is far smaller.
pub(super) const BODY_LIMIT: usize = 10 * 1024 * 1024;
