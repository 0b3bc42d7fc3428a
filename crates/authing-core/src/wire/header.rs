//! The names of the headers that today's service reads. The emulator reads the same.

/// The application of a request.
pub const APP_ID: &str = "x-authing-app-id";
/// The user pool of a request.
pub const USER_POOL_ID: &str = "x-authing-userpool-id";
/// The language of the service's messages.
pub const LANGUAGE: &str = "x-authing-lang";
/// The IP address of the end user, where a server makes the request.
pub const REAL_IP: &str = "x-real-ip";
