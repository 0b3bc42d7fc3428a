//! The OpenID provider: OAuth 2.0 (RFC 6749) and OpenID Connect for today's applications, as functions over the world.
//!
//! ```text
//!  authorize ──▶ interaction (log in, agree) ──▶ code ──▶ tokens ──▶ userinfo, introspection
//!      └───────────── a session is there ─────────┘          └──▶ refresh ──▶ …
//! ```

pub(crate) mod apps;
mod authorization_request;
pub(crate) mod authorize;
pub(crate) mod automation;
pub(crate) mod claims;
pub(crate) mod client;
pub(crate) mod discovery;
pub(crate) mod error;
mod front_channel;
pub(crate) mod grants;
pub(crate) mod id_token;
pub(crate) mod inspect;
pub(crate) mod interaction;
mod issue;
pub(crate) mod keys;
pub(crate) mod login;
pub(crate) mod logout;
pub(crate) mod params;
pub(crate) mod response;
pub(crate) mod scope;
pub(crate) mod sessions;
pub(crate) mod tokens;
