//! The names of the provider's cookies.

/// The cookie of a browser's session with the provider.
pub(super) const SESSION: &str = "authing_emulator_session";
/// The cookie that tells one browser from another while a login is under way.
pub(super) const BROWSER: &str = "authing_emulator_browser";
