//! The paths that are not one operation's.

/// Answers without an envelope.
pub(super) const SYSTEM: &str = "/api/v3/system";
/// Of the older API, and still in use.
pub(super) const UPLOAD: &str = "/api/v2/upload";
/// Speaks OAuth 2.0.
pub(super) const MFA_TOKEN: &str = "/mfa/token/introspection";
/// Any other path below the API.
pub(super) const ANY: &str = "/api/v3/{*call}";
